"""Construct labelled pairs for identity from invented names: who is the same and who only looks alike.

    python tools/label_identity.py

writes ``tests/kg/identity/labelled/positives.tsv`` and ``negatives.tsv``. The pairs from the annotated corpus, in
``corpus.tsv``, are made by hand. Nothing here looks at the rules: a pair is labelled by how it was made. Each recipe
says what two documents print of one thing, or of two; states are real, people and bodies are invented.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "kg" / "identity" / "labelled"
COLUMNS = ("kind", "left", "left_said", "right", "right_said", "verdict", "why")


class Pair(NamedTuple):
    """Two printed names, what their documents say of them, and why they are one or two."""

    kind: str
    left: str
    left_said: str
    right: str
    right_said: str
    verdict: str
    why: str


GIVEN = {
    "slavic": "Bogumir Dragan Yaropolk Miloslava Radovan Zlatan Svetozar Dobrinka Velimir Stanimira Vsevolod Tvrtko",
    "nordic": "Torvald Ingmar Sunniva Halvard Ragnhild Eskil Solveig Asbjorn Gunnvor Sindre Yrsa Hjalmar",
    "iberian": "Evaristo Remedios Baltasar Casilda Leandro Fermina Gonzalo Ximena Teodoro Milagros Nicanor Jacinta",
    "arabic": "Ghassan Nawwaf Rabab Munther Thuraya Qasim Hanadi Bassam Lubna Marwan Zuhair Sahar",
    "african": "Babajide Thandeka Kwabena Nomvula Olumide Chipo Tendai Adaeze Sipho Zanele Kofi Abena",
    "french": "Anselme Clothilde Gaspard Ondine Thibault Solange Barnabé Églantine Rodolphe Sidonie Hervé Zoé",
}
STEMS = {
    "slavic": (
        "Borz Drel Kavrin Lubo Mikul Ostrel Pavlen Stroj Torvan Zagrel".split(),
        "ovic enko insky ovsky aryov".split(),
    ),
    "nordic": ("Brekk Fjel Haug Lind Nordal Ravn Skjel Stor Tveit Ulv".split(), "stad vang mark heim sund".split()),
    "iberian": (
        "Aldar Bentiv Corval Escand Ferrand Lorent Monter Quint Salded Villar".split(),
        "eira oso ueda ales onte".split(),
    ),
    "arabic": ("Bahr Dhah Ghan Haddar Jalab Khatt Mans Qubays Rashw Tamim".split(), "ani ouri awi adeh ayan".split()),
    "african": ("Adeb Chikw Dlam Ekwu Kaman Mbew Nkos Oluw Sithe Zulub".split(), "ango emi inda ola uru".split()),
    "french": (
        "Beauch Charbon Delam Fontar Garand Lavig Montbr Roquef Sauvag Tremb".split(),
        "ard eau elle ineau oux".split(),
    ),
}
PATRONYMICS = "Ivanovich Petrovich Sergeyevich Bogdanovich Andreyevich Nikolayevich".split()
MIDDLES = "Aurel Conrad Edmond Gregor Lucian Oswald Quentin Roland Silvan Ulrich".split()
STATES = (
    ("Norway", "Norwegian"), ("Kenya", "Kenyan"), ("Peru", "Peruvian"), ("Jordan", "Jordanian"), ("Mongolia", "Mongolian"),
    ("Fiji", "Fijian"), ("Ghana", "Ghanaian"), ("Latvia", "Latvian"), ("Chile", "Chilean"), ("Tunisia", "Tunisian"),
    ("Bulgaria", "Bulgarian"), ("Nepal", "Nepalese"), ("Portugal", "Portuguese"), ("Uganda", "Ugandan"),
)  # fmt: skip
PORTFOLIOS = (
    ("Foreign Affairs", "Foreign"), ("the Interior", "Interior"), ("Defence", "Defence"), ("Justice", "Justice"),
    ("Finance", "Finance"),
)  # fmt: skip
NOUNS = "Cell Bureau Directorate Observatory Secretariat Agency Institute Commission".split()
REGIONS = "Verdania Kestrel-Basin Amberland Oromaro Silvania-Straits Tarnovia Lower-Quessant Highmark".split()
TOPICS = (
    "Counter-Terrorism", "Border Security", "Cyber Resilience", "Maritime Piracy", "Terrorist Financing",
    "Violent Extremism",
)  # fmt: skip
ROLES = (
    "Director", "Deputy Director", "Coordinator", "Executive Director", "Head of Delegation", "Special Envoy",
    "Secretary-General", "Commissioner",
)  # fmt: skip
ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split()


class Inventor:
    """Invents names, none twice."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self._taken: set[str] = set()

    def any(self, *choices: str) -> str:
        """One of these."""
        return self.random.choice(choices)

    def _new(self, make: Callable[[], str]) -> str:
        while (name := make()) in self._taken:
            pass
        self._taken.add(name)
        return name

    def surname(self, culture: str) -> str:
        """A surname that no other pair has."""
        stems, ends = STEMS[culture]
        vowels = ["", *"aeiou"]
        return self._new(
            lambda: (
                self.any(*stems)
                + self.any(*vowels)
                + self.any("b", "d", "k", "l", "m", "n", "r", "t")
                + self.any(*ends)
            )
        )

    def given(self, culture: str) -> str:
        """A given name."""
        return self.any(*GIVEN[culture].split())

    def culture(self) -> str:
        """Where a name comes from."""
        return self.any(*GIVEN)

    def body(self) -> str:
        """A body that is in no table."""
        about = self.any(*TOPICS, *MIDDLES)
        return f"{self.surname(self.culture())} {about} {self.any(*NOUNS)}"

    def state(self) -> tuple[str, str]:
        """A state and its adjective."""
        return self.random.choice(STATES)

    def two_states(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Two states."""
        one, other = self.random.sample(STATES, 2)
        return one, other

    def day(self, first: int = 2005, last: int = 2024) -> str:
        """A day."""
        return f"{self.random.randint(first, last)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"


def said(**known: object) -> str:
    """What a document says of a thing: ``key=value`` pairs; several values of a key are parted by ``|``."""
    return "; ".join(f"{key}={value}" for key, value in known.items() if value not in (None, ""))


def _post(inventor: Inventor, body: str | None = None) -> str:
    return f"{inventor.any(*ROLES)} @ {body or inventor.body()}"


# --- people who are one -----------------------------------------------------------------------------------------------


def same_people(new: Inventor) -> Iterator[Pair]:  # noqa: C901 - a list of recipes
    """One person under two spellings, with what makes it certain."""

    def pair(left: str, right: str, why: str, left_said: str = "", right_said: str = "") -> Pair:
        return Pair("person", left, left_said, right, right_said, "same", why)

    for _ in range(14):
        given, family = new.given("slavic"), new.surname("slavic")
        post, day = _post(new), new.day()
        yield pair(f"{given} {family}", f"{given} {new.any(*PATRONYMICS)} {family}", "patronymic, same post",
                   said(post=post, published=day), said(post=post, published=day))  # fmt: skip
    for _ in range(8):
        given, family = new.given("slavic"), new.surname("slavic")
        (state, _adjective) = new.state()
        yield pair(f"{given} {family}", f"{given} {new.any(*PATRONYMICS)} {family}", "patronymic, posts of one state",
                   said(post=f"Deputy Minister @ {state}"), said(post=f"Ambassador-at-large @ {state}"))  # fmt: skip
    for _ in range(16):
        culture = new.culture()
        given, family = new.given(culture), new.surname(culture)
        accented = family.replace("a", "á", 1).replace("o", "ó", 1).replace("e", "é", 1)
        yield pair(f"{given} {family}", f"{given} {accented}", "diacritics lost",
                   said(post=_post(new)), said(post=_post(new)))  # fmt: skip
    for _ in range(12):
        given, family = new.given("nordic"), new.surname("nordic").replace("o", "ö", 1).replace("a", "ä", 1)
        spelt = family.replace("ö", "oe").replace("ä", "ae")
        post = _post(new)
        yield pair(
            f"{given} {family}", f"{given} {spelt}", "umlaut spelt out, same post", said(post=post), said(post=post)
        )
    for _ in range(14):
        culture = new.culture()
        given, family, post = new.given(culture), new.surname(culture), _post(new)
        day = new.day(2010, 2020)
        yield pair(f"{given} {family}", f"{given[0]}. {family}", "initial, same post",
                   said(post=post, published=day), said(post=post, published=day))  # fmt: skip
    for _ in range(12):
        culture = new.culture()
        given, family, body = new.given(culture), new.surname(culture), new.body()
        middle = new.any(*MIDDLES)
        yield pair(f"{given} {family}", f"{given} {middle[0]}. {family}", "middle initial, same body",
                   said(post=_post(new, body)), said(post=_post(new, body)))  # fmt: skip
    for _ in range(10):
        culture = new.culture()
        given, family, post = new.given(culture), new.surname(culture), _post(new)
        yield pair(f"{given} {family}", f"{given} {new.any(*MIDDLES)} {family}", "middle name, same post",
                   said(post=post), said(post=post))  # fmt: skip
    for _ in range(12):
        given, family, post = new.given("arabic"), new.surname("arabic"), _post(new)
        yield pair(f"{given} Al-{family}", f"{given} {new.any('Al ', 'al-', 'El-')}{family}", "article spelt otherwise, same post",
                   said(post=post), said(post=post))  # fmt: skip
    for _ in range(8):
        given, family = new.given("arabic"), new.surname("arabic")
        yield pair(f"{given} Al-{family}", f"{given} Al {family}", "hyphen or space after the article",
                   said(post=_post(new)), said(post=_post(new)))  # fmt: skip
    for _ in range(10):
        given, family, body = new.given("arabic"), new.surname("arabic"), new.body()
        yield pair(f"{given} bin {new.given('arabic')} {family}".replace("  ", " "), f"{given} {family}",
                   "father's name left out, same post", said(post=f"Director @ {body}"), said(post=f"Director @ {body}"))  # fmt: skip
    for _ in range(10):
        given, family, post = new.given("french"), new.surname("french"), _post(new)
        yield pair(f"{given} de {family}", f"{given} {new.any('De ', 'de ')}{family}", "particle in capitals",
                   said(post=post), said(post=_post(new)))  # fmt: skip
    for _ in range(8):
        given, family, post = new.given("french"), new.surname("french"), _post(new)
        yield pair(
            f"{given} de {family}",
            f"{given} {family}",
            "particle left out, same post",
            said(post=post),
            said(post=post),
        )
    for _ in range(12):
        culture = new.culture()
        given, family = new.given(culture), new.surname(culture)
        yield pair(f"{given} {family}", f"{family.upper()} {given}", "surname first, in capitals",
                   said(post=_post(new)), said(post=_post(new)))  # fmt: skip
    for _ in range(8):
        culture = new.culture()
        given, family, post = new.given(culture), new.surname(culture), _post(new)
        yield pair(
            f"{given} {family}", f"{family} {given}", "surname first, same post", said(post=post), said(post=post)
        )
    variants = ("Sergey Sergei", "Yury Yuri", "Mohammed Muhammad", "Aleksandr Alexander", "Dmitry Dmitri", "Yevgeny Evgeni",
                "Ahmed Ahmad", "Hussein Husain", "Abdullah Abdallah", "Mykola Nikolai", "Yusuf Youssef", "Khaled Khalid")  # fmt: skip
    for spelt in variants:
        one, other = spelt.split()
        family, post = new.surname("slavic"), _post(new)
        if one == "Mykola":
            continue
        yield pair(f"{one} {family}", f"{other} {family}", "given name transliterated otherwise, same post",
                   said(post=post), said(post=post))  # fmt: skip
    for one, other in (("v", "w"), ("i", "y"), ("k", "c"), ("sh", "sch"), ("ou", "u"), ("f", "ph")) * 2:
        given, post = new.given("slavic"), _post(new)
        family = new.surname("slavic") + one + "an"
        yield pair(f"{given} {family}", f"{given} {family[: -len(one) - 2]}{other}an",
                   "surname transliterated otherwise, same post", said(post=post), said(post=post))  # fmt: skip
    for _ in range(12):
        culture = new.culture()
        given, family, post = new.given(culture), new.surname(culture), _post(new)
        at = new.random.randint(2, len(family) - 2)
        typo = (
            family[:at] + new.any(*"aeioust") + family[at:]
            if new.random.random() < 0.5
            else family[:at] + family[at + 1 :]
        )
        if typo == family:
            continue
        yield pair(
            f"{given} {family}", f"{given} {typo}", "one letter misprinted, same post", said(post=post), said(post=post)
        )
    for nick, full in (("Tony", "Anthony"), ("Rob", "Robert"), ("Bill", "William"), ("Mike", "Michael"), ("Jim", "James"),
                       ("Ben", "Benjamin"), ("Sasha", "Alexander"), ("Pepe", "José"), ("Liz", "Elizabeth"), ("Dan", "Daniel")):  # fmt: skip
        family, post = new.surname("nordic"), _post(new)
        yield pair(
            f"{nick} {family}", f"{full} {family}", "short given name, same post", said(post=post), said(post=post)
        )
    for _ in range(10):
        culture = new.culture()
        given, family = new.given(culture), new.surname(culture)
        yield pair(f"{given} {family}", f"{given} {family}", "the same full name, posts that may follow each other",
                   said(post=_post(new), published="2012-03-01"), said(post=_post(new), published="2019-03-01"))  # fmt: skip
    for _ in range(8):
        culture = new.culture()
        given, one, other = new.given(culture), new.surname(culture), new.surname(culture)
        yield pair(f"{given} {one}-{other}", f"{given} {one} {other}", "hyphen in a double surname",
                   said(post=_post(new)), said(post=_post(new)))  # fmt: skip
    for _ in range(5):
        culture = new.culture()
        given, family, post = new.given(culture), new.surname(culture), _post(new)
        yield pair(
            f"{given} {family}, Jr.",
            f"{given} {family} Jr",
            "suffix punctuated otherwise",
            said(post=post),
            said(post=post),
        )
    for _ in range(4):  # what a surname alone allows, even to a person: never automatic, proposed
        culture = new.culture()
        given, family, post = new.given(culture), new.surname(culture), _post(new)
        yield pair(
            f"{given} {family}", family, "surname alone, same post: only proposed", said(post=post), said(post=post)
        )


# --- people who are two -----------------------------------------------------------------------------------------------


def different_people(new: Inventor) -> Iterator[Pair]:  # noqa: C901 - a list of recipes
    """Two people who look like one."""

    def pair(left: str, right: str, why: str, left_said: str = "", right_said: str = "") -> Pair:
        return Pair("person", left, left_said, right, right_said, "different", why)

    for _ in range(60):
        culture = new.culture()
        given, family = new.given(culture), new.surname(culture)
        (one, _a), (other, _b) = new.two_states()
        yield pair(f"{given} {family}", f"{given} {family}", "namesakes: ministers of two states",
                   said(post=f"Minister of Justice @ {one}"), said(post=f"Director of Customs @ {other}"))  # fmt: skip
    for _ in range(30):
        culture = new.culture()
        given, family = new.given(culture), new.surname(culture)
        yield pair(f"{given} {family}", f"{given} {family}", "namesakes: Mr and Ms",
                   said(honorific="Mr", post=_post(new)), said(honorific="Ms", post=_post(new)))  # fmt: skip
    for _ in range(40):
        culture = new.culture()
        given, family, body = new.given(culture), new.surname(culture), new.body()
        suffixes = new.any("Sr.|Jr.", "Jr.|III", "II|III", "Sr.|II")
        one, other = suffixes.split("|")
        yield pair(f"{given} {family}, {one}", f"{given} {family}, {other}", "father and son",
                   said(post=_post(new, body)), said(post=_post(new, body)))  # fmt: skip
    for _ in range(20):
        culture = new.culture()
        given, family, body = new.given(culture), new.surname(culture), new.body()
        yield pair(f"{given} {family}", f"{given} {family}", "namesakes sixty years apart: grandfather and grandson",
                   said(post=f"Director @ {body}", published="1949-05-02"), said(post=f"Commissioner @ {body}", published="2019-05-02"))  # fmt: skip
    for _ in range(50):
        given, family, body = new.given("slavic"), new.surname("slavic"), new.body()
        one, other = new.random.sample(PATRONYMICS, 2)
        yield pair(f"{given} {one} {family}", f"{given} {other} {family}", "two patronymics",
                   said(post=_post(new, body)), said(post=_post(new, body)))  # fmt: skip
    for _ in range(40):
        culture = new.culture()
        given, family, body = new.given(culture), new.surname(culture), new.body()
        one, other = new.random.sample(MIDDLES, 2)
        if one[0] == other[0]:
            continue
        yield pair(f"{given} {one[0]}. {family}", f"{given} {other[0]}. {family}", "two middle initials",
                   said(post=_post(new, body)), said(post=_post(new, body)))  # fmt: skip
    for _ in range(60):
        culture = new.culture()
        family, body = new.surname(culture), new.body()
        one, other = new.random.sample(GIVEN[culture].split(), 2)
        yield pair(f"{one} {family}", f"{other} {family}", "siblings or strangers of one surname in one body",
                   said(post=_post(new, body)), said(post=_post(new, body)))  # fmt: skip
    for _ in range(60):
        culture = new.culture()
        family = new.surname(culture)
        one, other = new.random.sample(GIVEN[culture].split(), 2)
        yield pair(f"{one[0]}. {family}", f"{other} {family}", "an initial that another given name has" if one[0] == other[0] else "another initial",
                   said(post=_post(new)), said(post=_post(new)))  # fmt: skip
    for _ in range(40):
        culture = new.culture()
        given, family = new.given(culture), new.surname(culture)
        yield pair(f"{given[0]}. {family}", f"{given} {family}", "an initial and another post: who knows",
                   said(post=_post(new)), said(post=_post(new)))  # fmt: skip
    for _ in range(40):
        culture = new.culture()
        family = new.surname(culture)
        yield pair(
            family,
            f"{new.given(culture)} {family}",
            "a surname alone, elsewhere",
            said(post=_post(new)),
            said(post=_post(new)),
        )
    for _ in range(40):
        culture = new.culture()
        family, role = new.surname(culture), new.any(*ROLES)
        yield pair(
            family,
            family,
            "a surname alone in two bodies",
            said(post=f"{role} @ {new.body()}"),
            said(post=f"{role} @ {new.body()}"),
        )
    for _ in range(60):
        culture = new.culture()
        given, family, body = new.given(culture), new.surname(culture), new.body()
        at = new.random.randint(2, len(family) - 2)
        near = family[:at] + new.any(*"bdgklmnrst") + family[at + 1 :]
        if near == family:
            near = family + "a"
        one, other = new.random.sample(ROLES, 2)
        yield pair(f"{given} {family}", f"{given} {near}", "surnames one letter apart, two posts of one body",
                   said(post=f"{one} @ {body}"), said(post=f"{other} @ {body}"))  # fmt: skip
    for one, other in (("Sergei", "Serhan"), ("Yuri", "Yuriko"), ("Ahmad", "Amad"), ("Hasan", "Hussein"), ("Mohamed", "Mahmoud"),
                       ("Dmitri", "Demetra"), ("Khaled", "Khalida"), ("Aleksandr", "Aleksandra"), ("Omar", "Ammar"), ("Ivan", "Iwona"),
                       ("Jean", "Joan"), ("Juan", "Joao"), ("Mario", "Maria"), ("Andrea", "Andrei"), ("Paul", "Paula")) * 4:  # fmt: skip
        family, body = new.surname(new.culture()), new.body()
        yield pair(f"{one} {family}", f"{other} {family}", "given names that only look alike",
                   said(post=_post(new, body)), said(post=_post(new, body)))  # fmt: skip
    common = ("John Smith", "Mohamed Ali", "Li Wei", "Ahmed Hassan", "Maria Garcia", "Kim Min-jun", "David Brown", "Ali Khan",
              "Wang Wei", "José Martínez", "Ivan Petrov", "Peter Müller", "Abdul Rahman", "Nguyen Van Minh", "Paul Martin")  # fmt: skip
    for name in common:
        yield pair(name, name, "a name that many bear, nothing in common", said(post=_post(new)), said(post=_post(new)))
        (one, _a), (other, _b) = new.two_states()
        yield pair(name, name, "a name that many bear, two states",
                   said(post=f"Chief of Police @ {one}"), said(post=f"Minister of Defence @ {other}"))  # fmt: skip
    for _ in range(40):
        given, one, other = new.given("arabic"), new.given("arabic"), new.given("arabic")
        family, body = new.surname("arabic"), new.body()
        if one == other:
            continue
        yield pair(f"{given} bin {one} Al-{family}", f"{given} bin {other} Al-{family}", "cousins: two fathers",
                   said(post=_post(new, body)), said(post=_post(new, body)))  # fmt: skip
    for _ in range(20):
        given, family, body = new.given("arabic"), new.surname("arabic"), new.body()
        son = new.any(*[name for name in GIVEN["arabic"].split() if name != given])
        yield pair(f"{given} Al-{family}", f"{son} bin {given} Al-{family}", "a father and his son",
                   said(post=_post(new, body)), said(post=_post(new, body)))  # fmt: skip
    for _ in range(20):
        culture = new.culture()
        given, one, other = new.given(culture), new.surname(culture), new.surname(culture)
        yield pair(f"{given} {one}", f"{given} {one}-{other}", "a double surname, nothing in common",
                   said(post=_post(new)), said(post=_post(new)))  # fmt: skip


# --- bodies -----------------------------------------------------------------------------------------------------------


def same_bodies(new: Inventor) -> Iterator[Pair]:
    """One body under two names."""

    def pair(left: str, right: str, why: str, left_said: str = "", right_said: str = "") -> Pair:
        return Pair("body", left, left_said, right, right_said, "same", why)

    for (state, adjective), (portfolio, short) in zip(STATES * 2, PORTFOLIOS * 6, strict=False):
        forms = [f"Ministry of {portfolio} of {state}", f"{state}'s Ministry of {portfolio}", f"{adjective} Ministry of {portfolio}",
                 f"{adjective} {short} Ministry", f"Ministry of {portfolio.removeprefix('the ')} of {state}"]  # fmt: skip
        one, other = new.random.sample(forms, 2)
        yield pair(one, other, "a ministry and its state, said otherwise")
    for _ in range(12):
        body = new.body()
        yield pair(body, new.any(f"the {body}", body.upper(), body.replace("Counter-Terrorism", "Counterterrorism") + "’s"[:0],
                                 body.replace("Border Security", "Border-Security")), "case, article, hyphen")  # fmt: skip
    for _ in range(12):
        region, topic, noun = new.any(*REGIONS).replace("-", " "), new.any(*MIDDLES), new.any(*NOUNS)
        yield pair(f"{region} {topic} {noun}", f"{topic} {noun} of {region}", "the same words in another order")
    known = (("UNOCT", "United Nations Office of Counter-Terrorism"), ("EEAS", "European External Action Service"),
             ("OCT", "UN Office of Counter-Terrorism"), ("CTED", "Counter-Terrorism Committee Executive Directorate"),
             ("UNODC", "United Nations Office on Drugs & Crime"), ("INTERPOL", "International Criminal Police Organization"),
             ("OSCE", "Organization for Security and Co-operation in Europe"), ("ICAO", "International Civil Aviation Organisation"),
             ("U.N.", "United Nations"), ("the E.U.", "European Union"), ("UK", "United Kingdom"), ("WCO", "World Customs Organization"))  # fmt: skip
    for one, other in known:
        yield pair(one, other, "an acronym of one known body")


def different_bodies(new: Inventor) -> Iterator[Pair]:
    """Two bodies that look like one."""

    def pair(left: str, right: str, why: str, left_said: str = "", right_said: str = "") -> Pair:
        return Pair("body", left, left_said, right, right_said, "different", why)

    collisions = (
        ("Counter-Terrorism Committee", "EU Counter-Terrorism Coordinator", "CTC", "CTC"),
        ("Global Counterterrorism Forum", "EU-UN Global Terrorism Threats Facility", "GCTF", "GTTF"),
        ("GCTF", "GTTF", "", ""),
        ("United Nations Global Counter-Terrorism Coordination Compact", "United Nations Global Compact", "", ""),
        ("Global Counter-Terrorism Coordination Compact", "UN Global Compact", "", ""),
        ("Council of Europe", "European Council", "", ""),
        ("Council of the European Union", "European Council", "", ""),
        ("Council of Europe", "Council of the European Union", "", ""),
        ("United Nations Office of Counter-Terrorism", "United Nations Counter-Terrorism Centre", "", ""),
        ("Counter-Terrorism Committee", "Counter-Terrorism Committee Executive Directorate", "", ""),
        ("United Nations Office on Drugs and Crime", "United Nations Office of Counter-Terrorism", "", ""),
        ("EU Delegation to the UN", "UN Delegation to the EU", "", ""),
        ("European External Action Service", "European Commission", "", ""),
        ("Ministry of Foreign Affairs of Niger", "Ministry of Foreign Affairs of Nigeria", "", ""),
        ("Ministry of Foreign Affairs of the Republic of the Congo", "Ministry of Foreign Affairs of the Democratic Republic of the Congo", "", ""),
        ("Republic of Korea", "Democratic People's Republic of Korea", "", ""),
        ("Guinea", "Equatorial Guinea", "", ""), ("Guinea", "Guinea-Bissau", "", ""), ("Sudan", "South Sudan", "", ""),
        ("Inter-American Committee against Terrorism", "Inter-American Committee on Ports", "", ""),
        ("Global Coalition to Defeat ISIS", "Islamic Military Counter Terrorism Coalition", "", ""),
        ("Financial Action Task Force", "Middle East and North Africa Financial Action Task Force", "", ""),
    )  # fmt: skip
    for one, other, left, right in collisions:
        yield pair(one, other, "names or acronyms that collide", said(acronym=left), said(acronym=right))
    for _ in range(60):
        (one, adjective), (other, _) = new.two_states()
        portfolio, short = new.random.choice(PORTFOLIOS)
        left = new.any(f"Ministry of {portfolio} of {one}", f"{adjective} {short} Ministry")
        yield pair(left, f"Ministry of {portfolio} of {other}", "ministries of two states")
    for _ in range(40):
        portfolio, _short = new.random.choice(PORTFOLIOS)
        yield pair(
            f"Ministry of {portfolio}", f"Ministry of {portfolio}", "a ministry without its state, in two documents"
        )
    for _ in range(30):
        name = new.any("the Commission", "the Council", "the Office", "Secretariat", "the Committee", "the Centre", "the Agency",
                       "Executive Board", "the Ministry", "National Police", "Security Council Committee", "General Staff",
                       "the Directorate", "Steering Committee", "the Coordinator")  # fmt: skip
        yield pair(name, name, "a short name that is clear only in its document")
    for _ in range(40):
        (one, _a), (other, _b) = new.two_states()
        noun = new.any("Embassy", "Permanent Mission", "Delegation", "Liaison Office")
        link = {"Embassy": "in", "Permanent Mission": "to", "Delegation": "to", "Liaison Office": "in"}[noun]
        yield pair(f"{noun} of {one} {link} {other}", f"{noun} of {other} {link} {one}", "who sends and who receives")
    for _ in range(50):
        state, _adjective = new.state()
        one, other = new.random.sample(
            ["Security", "Public Order", "Civil Protection", "Intelligence Affairs", "Homeland Defence"], 2
        )
        yield pair(
            f"Ministry of {one} of {state}",
            f"Ministry of {one} and {other} of {state}",
            "a ministry renamed: another body after it",
        )
    for _ in range(40):
        region, one, other = new.any(*REGIONS).replace("-", " "), *new.random.sample(NOUNS, 2)
        topic = new.any(*TOPICS)
        yield pair(f"{region} {topic} {one}", f"{region} {topic} {other}", "two bodies of one region and topic")
    for _ in range(40):
        one, other = new.random.sample([region.replace("-", " ") for region in REGIONS], 2)
        topic, noun = new.any(*TOPICS), new.any(*NOUNS)
        yield pair(f"{one} {topic} {noun}", f"{other} {topic} {noun}", "one name in two regions")
    for _ in range(30):
        one, other = new.body(), new.body()
        acronym = "".join(word[0] for word in one.split())
        yield pair(one, other, "one acronym for two bodies", said(acronym=acronym), said(acronym=acronym))
    for _ in range(30):
        letters = "".join(new.random.sample("BDGKLMPRSTVZ", 3))
        yield pair(letters, letters, "an acronym that nobody explains")


# --- posts ------------------------------------------------------------------------------------------------------------


def same_posts(new: Inventor) -> Iterator[Pair]:
    """One post under two titles."""

    def pair(left: str, at: str, right: str, there: str, why: str) -> Pair:
        return Pair("post", left, said(at=at), right, said(at=there), "same", why)

    yield pair("Under-Secretary-General for Counter-Terrorism", "UN Office of Counter-Terrorism", "Under-Secretary-General",
               "United Nations Office of Counter-Terrorism", "the complement says the body again")  # fmt: skip
    yield pair("USG", "UNOCT", "Under Secretary-General", "United Nations Office of Counter-Terrorism", "short title")
    yield pair("Executive Director of CTED", "CTED", "Executive Director", "Counter-Terrorism Committee Executive Directorate",
               "the title names the body")  # fmt: skip
    yield pair(
        "EU Counter-Terrorism Coordinator",
        "European Union",
        "Counter-Terrorism Coordinator",
        "EU",
        "the title names the body",
    )
    for (state, _adjective), (portfolio, short) in zip(STATES, PORTFOLIOS * 3, strict=False):
        forms = [f"Minister of {portfolio}", f"Minister for {portfolio}", f"{short} Minister"]
        one, other = new.random.sample(forms, 2)
        yield pair(one, state, other, state, "a portfolio said otherwise")
    for _ in range(12):
        body = new.body()
        role = new.any(
            "Deputy Director", "Executive Secretary", "Special Representative", "Secretary General", "Director General"
        )
        yield pair(
            role, body, new.any(role.replace(" ", "-"), role.upper(), f"the {role.lower()}"), body, "hyphen and case"
        )


def different_posts(new: Inventor) -> Iterator[Pair]:
    """Two posts that look like one."""

    def pair(left: str, at: str, right: str, there: str, why: str) -> Pair:
        return Pair("post", left, said(at=at), right, said(at=there), "different", why)

    for _ in range(40):
        body, role = new.body(), new.any("Director", "Coordinator", "Secretary-General", "Commissioner", "Head")
        yield pair(
            role,
            body,
            f"{new.any('Deputy', 'Assistant', 'Vice', 'Associate', 'Acting Deputy')} {role}",
            body,
            "the deputy",
        )
    for _ in range(40):
        role = new.any(*ROLES)
        yield pair(role, new.body(), role, new.body(), "one title in two bodies")
    for _ in range(20):
        role = new.any(*ROLES)
        yield pair(role, "", role, "", "a title without a body, in two documents")
    for state, _ in STATES:
        one, other = new.random.sample([portfolio for portfolio, _ in PORTFOLIOS], 2)
        yield pair(f"Minister of {one}", state, f"Minister of {other}", state, "two portfolios")
        yield pair(f"Minister of {one}", state, f"Deputy Minister of {one}", state, "the deputy minister")
    for _ in range(15):
        body = new.body()
        one, other = new.random.sample(["Finance", "Training", "Investigations", "Partnerships", "Legal Affairs"], 2)
        yield pair(f"Director for {one}", body, f"Director for {other}", body, "two directors of one body")
        yield pair(f"Director for {one}", body, "Director", body, "a director of a part, and of the whole")
    yield pair(
        "Assistant Secretary-General", "United Nations", "Under-Secretary-General", "United Nations", "two ranks"
    )
    yield pair("Under-Secretary-General", "United Nations Office of Counter-Terrorism", "Under-Secretary-General",
               "United Nations Office on Drugs and Crime", "one rank in two offices")  # fmt: skip


# --- meetings and series ----------------------------------------------------------------------------------------------


def _parties(new: Inventor) -> tuple[str, str, str]:
    (one, _a), (other, _b) = new.two_states()
    return one, other, f"{one}|{other}"


def same_meetings(new: Inventor) -> Iterator[Pair]:
    """One meeting in two documents."""

    def pair(left: str, left_said: str, right: str, right_said: str, why: str) -> Pair:
        return Pair("meeting", left, left_said, right, right_said, "same", why)

    for _ in range(12):
        number, day, topic = new.random.randint(1, 12), new.day(), new.any(*TOPICS)
        one, other, parties = _parties(new)
        word = ORDINALS[number - 1]
        yield pair(f"{word} {one}-{other} Dialogue on {topic}", said(kind="dialogue", ordinal=number, start=day, parties=parties),
                   f"{word.lower()} {other}-{one} dialogue on {topic.lower()}", said(kind="dialogue", ordinal=number, parties=parties),
                   "number and words, parties the other way round")  # fmt: skip
    for _ in range(14):
        day, topic, kind = new.day(), new.any(*TOPICS), new.any("dialogue", "consultation")
        one, other, parties = _parties(new)
        word = {"dialogue": "Dialogue", "consultation": "Consultations"}[kind]
        yield pair(f"{one}-{other} {word} on {topic}", said(kind=kind, start=day, parties=parties),
                   f"{topic} {word.lower()}", said(kind=kind, start=day, parties=parties), "kind, day and parties: two witnesses")  # fmt: skip
    for _ in range(10):
        number, day, topic = new.random.randint(2, 9), new.day(), new.any(*TOPICS)
        _one, _other, parties = _parties(new)
        word = ORDINALS[number - 1]
        yield pair(f"{word} Leaders' Dialogue on {topic}", said(kind="dialogue", ordinal=number, start=day, parties=parties),
                   f"{word.lower()} high-level dialogue on {topic}", said(kind="dialogue", ordinal=number, start=day, parties=parties),
                   "number, day and parties under two names")  # fmt: skip
    for _ in range(10):
        region, topic, day = new.any(*REGIONS).replace("-", " "), new.any(*TOPICS), new.day()
        yield pair(f"{region} {topic} Conference", said(kind="conference", start=day), f"{topic} Conference of {region}",
                   said(kind="conference", start=day), "the same words on the same day")  # fmt: skip


def different_meetings(new: Inventor) -> Iterator[Pair]:
    """Two meetings that look like one."""

    def pair(left: str, left_said: str, right: str, right_said: str, why: str) -> Pair:
        return Pair("meeting", left, left_said, right, right_said, "different", why)

    for _ in range(50):
        topic, number, year = new.any(*TOPICS), new.random.randint(1, 10), new.random.randint(2010, 2022)
        one, other, parties = _parties(new)
        yield pair(f"{ORDINALS[number - 1]} {one}-{other} Dialogue on {topic}",
                   said(kind="dialogue", ordinal=number, start=f"{year}-05-04", parties=parties),
                   f"{ORDINALS[number]} {one}-{other} Dialogue on {topic}",
                   said(kind="dialogue", ordinal=number + 1, start=f"{year + 1}-05-06", parties=parties), "the next edition")  # fmt: skip
    for _ in range(40):
        topic, number = new.any(*TOPICS), new.random.randint(1, 10)
        one, other, parties = _parties(new)
        name = f"{ORDINALS[number - 1]} {one}-{other} Dialogue on {topic}"
        yield pair(name, said(kind="dialogue", ordinal=number, start="2016-03-01", parties=parties),
                   name, said(kind="dialogue", ordinal=number, start="2018-09-09", parties=parties), "one number, two years")  # fmt: skip
    for _ in range(40):
        topic, day = new.any(*TOPICS), new.day()
        (one, _a), (two, _b), (three, _c) = new.random.sample(STATES, 3)
        yield pair(f"Dialogue on {topic}", said(kind="dialogue", start=day, parties=f"{one}|{two}"),
                   f"Dialogue on {topic}", said(kind="dialogue", start=day, parties=f"{one}|{three}"), "other parties on the same day")  # fmt: skip
    for _ in range(30):
        day = new.day()
        one, other, parties = _parties(new)
        first, second = new.random.sample(TOPICS, 2)
        yield pair(f"{one}-{other} Consultations on {first}", said(kind="consultation", start=day, parties=parties),
                   f"{one}-{other} Consultations on {second}", said(kind="consultation", start=day, parties=parties),
                   "two topics on the same day")  # fmt: skip
    for _ in range(30):
        name = new.any("Steering Committee", "opening session", "working lunch", "press conference", "visit to Brussels",
                       "signing ceremony", "plenary")  # fmt: skip
        day = new.day()
        kind = {"visit to Brussels": "visit", "signing ceremony": "signing", "press conference": "briefing"}.get(
            name, "session"
        )
        yield pair(name, said(kind=kind, start=day), name, said(kind=kind, start=day), "a plain name on the same day")
    for _ in range(30):
        number, year = new.random.randint(2, 12), new.random.randint(2008, 2023)
        yield pair(f"{ORDINALS[number - 1].lower()} meeting of the Committee", said(kind="meeting", ordinal=number, start=f"{year}-02-03"),
                   f"{ORDINALS[number - 1].lower()} meeting of the Committee", said(kind="meeting", ordinal=number, start=f"{year}-06-07"),
                   "two committees")  # fmt: skip


def same_series(new: Inventor) -> Iterator[Pair]:
    """Two editions of one series."""
    for _ in range(16):
        topic, number, year = new.any(*TOPICS), new.random.randint(1, 9), new.random.randint(2010, 2021)
        one, other, parties = _parties(new)
        left = f"{ORDINALS[number - 1]} {one}-{other} Leaders' Dialogue on {topic}"
        right = new.any(f"{ORDINALS[number]} high-level political dialogue on {topic}", f"{ORDINALS[number]} Dialogue on {topic}",
                        f"{ORDINALS[number].lower()} annual {other}-{one} Leadership Dialogue on {topic}")  # fmt: skip
        yield Pair("series", left, said(kind="dialogue", ordinal=number, start=f"{year}-05-25", parties=parties),
                   right, said(kind="dialogue", ordinal=number + 1, start=f"{year + 1}-04-24", parties=parties),
                   "same", "one series whatever it is called")  # fmt: skip


def different_series(new: Inventor) -> Iterator[Pair]:
    """Editions of two series."""
    for _ in range(30):
        topic, other_topic = new.random.sample(TOPICS, 2)
        one, other, parties = _parties(new)
        yield Pair("series", f"Third {one}-{other} Dialogue on {topic}", said(kind="dialogue", ordinal=3, start="2018-02-03", parties=parties),
                   f"Fourth {one}-{other} Dialogue on {other_topic}", said(kind="dialogue", ordinal=4, start="2019-02-03", parties=parties),
                   "different", "two topics")  # fmt: skip
    for _ in range(30):
        topic = new.any(*TOPICS)
        (one, _a), (two, _b), (three, _c) = new.random.sample(STATES, 3)
        yield Pair("series", f"Third Dialogue on {topic}", said(kind="dialogue", ordinal=3, start="2018-02-03", parties=f"{one}|{two}"),
                   f"Fourth Dialogue on {topic}", said(kind="dialogue", ordinal=4, start="2019-02-03", parties=f"{one}|{three}"),
                   "different", "other parties")  # fmt: skip
    for _ in range(20):
        topic = new.any(*TOPICS)
        one, other, parties = _parties(new)
        yield Pair("series", f"Third {one}-{other} Leaders' Dialogue on {topic}",
                   said(kind="dialogue", ordinal=3, start="2020-12-02", parties=parties),
                   f"Third {one}-{other} Experts' Dialogue on {topic}",
                   said(kind="dialogue", ordinal=3, start="2019-06-05", parties=parties), "different",
                   "leaders and experts: two thirds, two dates")  # fmt: skip


UNSURE = {
    "an initial and another post: who knows",
    "a surname alone, elsewhere",
    "a name that many bear, nothing in common",
    "a double surname, nothing in common",
    "a ministry without its state, in two documents",
    "a short name that is clear only in its document",
    "an acronym that nobody explains",
    "a title without a body, in two documents",
    "a plain name on the same day",
}
"""What may be one or two: nobody can say, so nothing may be merged."""

POSITIVE = (same_people, same_bodies, same_posts, same_meetings, same_series)
NEGATIVE = (different_people, different_bodies, different_posts, different_meetings, different_series)


def _trivial(pair: Pair) -> bool:
    """A recipe found nothing to change in a name."""
    return pair.verdict == "same" and pair.left == pair.right and "same full name" not in pair.why


def write(name: str, recipes: tuple[Callable[[Inventor], Iterator[Pair]], ...], seed: int) -> int:
    """Write the pairs of these recipes; returns how many."""
    new = Inventor(seed)
    made = (pair for recipe in recipes for pair in recipe(new) if not _trivial(pair))
    pairs = list(dict.fromkeys(pair._replace(verdict="unsure") if pair.why in UNSURE else pair for pair in made))
    header = "# Constructed by tools/label_identity.py from invented names; committed before the rules."
    rows = ["\t".join(pair) for pair in pairs]
    (FOLDER / name).write_text("\n".join([header, "\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return len(pairs)


if __name__ == "__main__":
    print(write("positives.tsv", POSITIVE, 4), "positives,", write("negatives.tsv", NEGATIVE, 5), "negatives")
