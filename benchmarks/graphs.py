"""A generated graph of as many documents as wanted: the quads of ``kg build``, written without reading a text.

The same number of documents is always the same graph. A few people, bodies and series are named very often and most
seldom (Zipf), as in real releases; names are made of syllables.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kg.iris import Base
from kg.model.actors import Actors
from kg.questions import write_index
from kg.rdf import entity_graph
from kg.store import current_version, publish, published_state, start_folder, write_version

CT, CV = "https://w3id.org/ct-kg/ns#", "http://data.europa.eu/m8g/"
DCT, OA = "http://purl.org/dc/terms/", "http://www.w3.org/ns/oa#"
ORG, RDFS = "http://www.w3.org/ns/org#", "http://www.w3.org/2000/01/rdf-schema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PROV, SKOS = "http://www.w3.org/ns/prov#", "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
ROLES = ("participant",) * 6 + ("speaker",) * 2 + ("co-chair", "chair", "host", "organiser")
HEADS = ("Director", "Head", "Deputy Director", "Coordinator", "Minister", "Ambassador", "Secretary-General")
KINDS = ("dialogue", "conference", "meeting", "workshop", "forum")
_FIRST = (
    "Ada",
    "Boris",
    "Clara",
    "Dov",
    "Edda",
    "Farid",
    "Gita",
    "Hugo",
    "Ines",
    "Jomo",
    "Kaia",
    "Luca",
    "Mina",
    "Noor",
)
_SYLLABLES = "va ren lo mi ska dor tel nu bri zan ko pha gru eli wor sti".split()


class Graph:
    """The quads of a graph of ``documents`` documents."""

    def __init__(self, documents: int) -> None:
        self.base, self.random, self.documents = Base(), random.Random(documents), documents  # noqa: S311 - a benchmark
        self.people = [f"{self.random.choice(_FIRST)} {_word(at)}" for at in range(max(20, documents // 2))]
        self.bodies = [f"Office for {_word(at + 7)} Affairs" for at in range(max(10, documents // 8))]
        self.series = [f"{_word(at + 3)} {KINDS[at % len(KINDS)]}" for at in range(max(5, documents // 20))]
        self.meetings = max(10, int(documents * 0.8))
        self.tenures: defaultdict[tuple[int, int, str], list[tuple[str, str, str]]] = defaultdict(list)
        self.posts: set[tuple[int, int]] = set()

    def lines(self) -> Iterator[str]:
        """All quads, in no order; the derived graph comes last."""
        for at in range(self.documents):
            yield from self._document(at)
        yield from self._entities()
        yield from self._derived()

    def _zipf(self, many: int) -> int:
        return min(many - 1, int(many ** self.random.random()) - 1) if many > 1 else 0

    def _day(self, at: int) -> date:
        return date(2005, 1, 1) + timedelta(days=at * 7000 // self.documents)

    def _document(self, at: int) -> Iterator[str]:
        key = f"{at:016x}"
        graph, document = f"<{self.base.iri}graph/{key}>", f"<{self.base.iri}document/{key}>"
        meeting = min(self.meetings - 1, at * self.meetings // self.documents)
        held = self._day(at)
        issued = held + timedelta(days=1)
        self.graph, self.key, self.document, self.offset = graph, key, document, 0
        yield from self._node(
            document,
            ["Document"],
            (f"{DCT}title", f'"Release {at}: {self._meeting(meeting)}"'),
            (f"{DCT}issued", _date(issued)),
            (f"{CT}issuedNotBefore", _date(issued)),
            (f"{CT}issuedNotAfter", _date(issued)),
            (f"{DCT}language", '"en"'),
            (f"{CT}sha256", f'"{at:064x}"'),
        )
        yield from self._claim(
            "meeting-report",
            ["MeetingReport"],
            (f"{CT}reports", self._iri("meeting", meeting)),
            (f"{CT}form", f'"{self._meeting(meeting)}"'),
            (f"{CT}meetingKind", _concept("meeting-kind", KINDS[meeting % len(self.series) % len(KINDS)])),
            (f"{CT}meetingState", _concept("meeting-state", "held")),
            (f"{CT}startNotBefore", _date(held)),
            (f"{CT}startNotAfter", _date(held)),
            (f"{CT}place", f'"{_word(meeting % 40)}"'),
        )
        there = sorted({self._zipf(len(self.people)) for _ in range(6)})
        for person in there:
            yield from self._person(person, meeting, held)
        for body in sorted({self._zipf(len(self.bodies)) for _ in range(2)}):
            yield from self._participation(self._iri("body", body), meeting, "participant")
            yield from self._name(self._iri("body", body), self.bodies[body])
        one, other = self._zipf(len(self.bodies)), self.random.randrange(len(self.bodies))
        if one != other:
            yield from self._claim(
                "relation",
                ["BodyRelation"],
                (f"{CT}subject", self._iri("body", other)),
                (f"{CT}relation", _concept("relation", ("member-of", "coordinates", "formerly")[at % 3])),
                (f"{CT}object", self._iri("body", one)),
            )

    def _person(self, person: int, meeting: int, held: date) -> Iterator[str]:
        official, body = self._iri("official", person), person % len(self.bodies)
        post = (body, person % len(HEADS))
        self.posts.add(post)
        yield from self._name(official, self.people[person])
        attestation = f"<{self.base.iri}attestation/{self.key}-{self.offset}>"
        yield from self._claim(
            "attestation",
            ["Attestation"],
            (f"{CT}person", official),
            (f"{CT}post", self._post(post)),
            (f"{CT}organisation", self._iri("body", body)),
            (f"{CT}title", f'"{HEADS[post[1]]} of the {self.bodies[body]}"'),
            (f"{CT}role", f'"{HEADS[post[1]]}"'),
            (f"{CT}status", _concept("status", "substantive")),
            (f"{CT}attestedOn", _date(held)),
        )
        self.tenures[person, *post].append((attestation, _date(held), self.passage))  # type: ignore[index]
        yield from self._participation(official, meeting, self.random.choice(ROLES), self._iri("body", body))

    def _participation(self, agent: str, meeting: int, role: str, behalf: str | None = None) -> Iterator[str]:
        yield from self._claim(
            "participation",
            ["Participation"],
            (f"{CT}meeting", self._iri("meeting", meeting)),
            (f"{CV}hasParticipant", agent),
            (f"{CV}role", _concept("role", role)),
            (f"{CT}presence", _concept("presence", "present")),
            *([(f"{CT}onBehalfOf", behalf)] if behalf and self.offset % 3 == 0 else []),
        )

    def _name(self, named: str, form: str) -> Iterator[str]:
        yield from self._claim(
            "name-use",
            ["NameUse"],
            (f"{CT}names", named),
            (f"{CT}form", f'"{form}"'),
            (f"{CT}nameKind", _concept("name-kind", "official-name")),
        )

    def _claim(self, kind: str, types: list[str], *stated: tuple[str, str]) -> Iterator[str]:
        start = 100 * self.offset
        self.passage = f"<{self.base.iri}passage/{self.key}-{start}-{start + 60}>"
        passage, position, quote = self.passage, f"{self.passage[:-1]}#position>", f"{self.passage[:-1]}#quote>"
        yield from self._node(
            f"<{self.base.iri}{kind}/{self.key}-{self.offset}>",
            types,
            *stated,
            (f"{CT}supportedBy", passage),
            (f"{CT}rule", f'"bench.{kind}"'),
            (f"{CT}tier", _concept("tier", "asserted")),
        )
        yield from self._node(passage, ["Passage"], (f"{OA}hasSource", self.document), (f"{OA}hasSelector", position))
        yield from self._node(passage, [], (f"{OA}hasSelector", quote))
        yield from self._node(position, [], (f"{OA}start", _integer(start)), (f"{OA}end", _integer(start + 60)))
        yield from self._node(quote, [], (f"{OA}exact", f'"the words of claim {self.offset} in release {self.key}"'))
        self.offset += 1

    def _entities(self) -> Iterator[str]:
        self.graph = f"<{self.base.entities}>"
        for line in entity_graph(Actors(self.base)):
            yield f"{line[:-2]}{self.graph} .\n"
        for at, name in enumerate(self.people):
            yield from self._node(self._iri("official", at), ["Official"], (f"{RDFS}label", f'"{name}"'))
        for at, name in enumerate(self.bodies):
            up = [(f"{ORG}subOrganizationOf", self._iri("body", at // 4))] if at else []
            yield f"{self._iri('body', at)} <{TYPE}> <{ORG}Organization> {self.graph} .\n"
            yield from self._node(self._iri("body", at), [], (f"{RDFS}label", f'"{name}"'), *up)
        for post in self.posts:
            yield f"{self._post(post)} <{TYPE}> <{ORG}Post> {self.graph} .\n"
            label = f'"{HEADS[post[1]]}, {self.bodies[post[0]]}"'
            yield from self._node(
                self._post(post), [], (f"{RDFS}label", label), (f"{ORG}postIn", self._iri("body", post[0]))
            )
        for at, name in enumerate(self.series):
            yield from self._node(self._iri("series", at), ["MeetingSeries"], (f"{RDFS}label", f'"{name}"'))
        for at in range(self.meetings):
            day = _date(self._day(-(-at * self.documents // self.meetings)))
            yield from self._node(
                self._iri("meeting", at),
                ["Meeting"],
                (f"{RDFS}label", f'"{self._meeting(at)}"'),
                (f"{CT}meetingState", _concept("meeting-state", "held")),
                (f"{CT}ordinal", _integer(at // len(self.series) + 1)),
                (f"{CT}inSeries", self._iri("series", at % len(self.series))),
                (f"{CT}startNotBefore", day),
                (f"{CT}startNotAfter", day),
            )

    def _derived(self) -> Iterator[str]:
        self.graph = f"<{self.base.derived}>"
        for (person, body, head), seen in self.tenures.items():  # type: ignore[misc]
            days = sorted(day for _, day, _ in seen)
            yield from self._node(
                f"<{self.base.iri}tenure/{person}-{body}-{head}>",
                ["Tenure"],
                (f"{ORG}member", self._iri("official", person)),
                (f"{CT}post", self._post((body, head))),  # type: ignore[arg-type]
                (f"{ORG}organization", self._iri("body", body)),
                (f"{CT}status", _concept("status", "substantive")),
                (f"{CT}firstAttested", days[0]),
                (f"{CT}lastAttested", days[-1]),
                (f"{CT}tier", _concept("tier", "asserted")),
                *((f"{CT}attestedOn", day) for day in dict.fromkeys(days)),
                *((f"{PROV}wasDerivedFrom", attestation) for attestation, _, _ in seen),
                *((f"{CT}supportedBy", passage) for _, _, passage in seen),
            )

    def _node(self, subject: str, types: list[str], *stated: tuple[str, str]) -> Iterator[str]:
        for each in types:
            yield f"{subject} <{TYPE}> <{CT}{each}> {self.graph} .\n"
        for predicate, term in stated:
            yield f"{subject} <{predicate}> {term} {self.graph} .\n"

    def _meeting(self, at: int) -> str:
        return f"{_ordinal(at // len(self.series) + 1)} {self.series[at % len(self.series)]}"

    def _iri(self, kind: str, at: int) -> str:
        return f"<{self.base.iri}{kind}/{at}>"

    def _post(self, post: tuple[int, int]) -> str:
        return f"<{self.base.iri}post/{post[0]}/{post[1]}>"


def generated(folder: Path, documents: int) -> Path:
    """The version of a generated graph on disk, written unless it is there."""
    state = f"{documents:016x}"
    if published_state(folder) != state:
        start_folder(folder)
        write_version(folder, state, Graph(documents).lines(), write_index)
        publish(folder, state)
    return current_version(folder)


def _word(at: int) -> str:
    """A name of its own for each number."""
    syllables = []
    while True:
        syllables.append(_SYLLABLES[at % len(_SYLLABLES)])
        at //= len(_SYLLABLES)
        if not at:
            return "".join(syllables).capitalize() + "en"


def _ordinal(number: int) -> str:
    last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def _date(day: date) -> str:
    return f'"{day}"^^<{XSD}date>'


def _integer(number: int) -> str:
    return f'"{number}"^^<{XSD}integer>'


def _concept(scheme: str, notation: str) -> str:
    return f"<https://w3id.org/ct-kg/ns/{scheme}/{notation}>"
