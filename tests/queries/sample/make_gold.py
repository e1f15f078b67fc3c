"""Write the gold answers on the sample documents: what each question must say, computed from the annotations alone.

Nothing here imports ``kg``. The annotations (``kg/sample/gold``) say who, what and where; five tables decided by hand
say which names are one actor, which encounters are one meeting, how bodies are tied, what the authority data knows of
them, and which groups took part. A cell that is a list gives alternatives; ``optional`` rows may be found or not (the
guide of the corpus calls them so).

    python tests/queries/sample/make_gold.py
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[2] / "kg" / "sample"
STATUS = {"current": "substantive"}
LEADING = ("chair", "co-chair", "host", "organiser", "head-of-delegation")
CHAIRING = ("chair", "co-chair")
Cells = tuple[Any, ...]


class Meeting(NamedTuple):
    """An encounter of an annotation under the name it has everywhere."""

    name: str
    series: str
    row: dict[str, Any]


class Part(NamedTuple):
    """Somebody at a meeting, as one document says."""

    document: str
    meeting: str
    agent: str
    role: str
    optional: bool


class Post(NamedTuple):
    """A post of a person, as one document says; ``bodies`` are alternatives, the first is the annotator's."""

    document: str
    person: str
    role: str
    bodies: tuple[str | None, ...]
    status: str
    optional: bool


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this file."""
    lines = [line for line in (HERE / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


NAMES = {row["printed"]: row["name"] for row in table("names.tsv")}
GOLD = {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in sorted((SAMPLE / "gold").iterdir())}
MEETINGS: dict[tuple[str, str], Meeting] = {
    (row["document"], row["event"]): Meeting(
        row["meeting"],
        row["series"] or "",
        next(event for event in GOLD[row["document"]]["events"] if event["id"] == row["event"]),
    )
    for row in table("meetings.tsv")
}
ISSUED = {name: gold["published"] for name, gold in GOLD.items()}


def named(printed: str) -> str:
    """The one name of an actor."""
    return NAMES.get(printed, printed)


def parts() -> Iterator[Part]:
    """Who took part in meetings that were held."""
    for document, gold in GOLD.items():
        for row in gold["participations"]:
            meeting = MEETINGS[document, row["event"]]
            if meeting.row.get("state", "held") == "held":
                optional = bool(row.get("optional") or meeting.row.get("optional"))
                yield Part(document, meeting.name, named(row["agent"]), row["role"].replace(" ", "-"), optional)


def posts() -> Iterator[Post]:
    """Who held which post."""
    for document, gold in GOLD.items():
        for row in gold["posts"]:
            bodies = [row["organisation"], *row.get("org_alternatives", ())]
            yield Post(
                document,
                named(row["person"]),
                row["role"],
                tuple(dict.fromkeys(named(body) if body else None for body in bodies)),
                STATUS.get(row["status"], row["status"]),
                bool(row.get("optional")),
            )


def tenures(attested: list[Post]) -> Iterator[Post]:
    """Without "former" where the office that was over by then is attested before: that is its end, no tenure."""
    for post in attested:
        offices = (
            other
            for other in attested
            if (other.person, other.role.casefold()) == (post.person, post.role.casefold())
            and set(other.bodies) & set(post.bodies)
            and other.status in ("substantive", "acting")
            and ISSUED[other.document] < ISSUED[post.document]
        )
        if post.status != "former" or not any(offices):
            yield post


PARTS, POSTS = list(parts()), list(posts())
TENURES = list(tenures(POSTS))
PEOPLE = {named(row["name"]) for gold in GOLD.values() for row in gold["people"]}
DATES: dict[str, str | None] = {}
PLACES: dict[str, set[str]] = defaultdict(set)
for _meeting in MEETINGS.values():
    DATES[_meeting.name] = max(DATES.get(_meeting.name) or "", _meeting.row["date"] or "", key=len) or None
    if _meeting.row["place"]:
        PLACES[_meeting.name].add(_meeting.row["place"])


def sits_for(document: str, person: str) -> list[Post]:
    """The posts that a document attests for a person, less what they were or will be."""
    return [
        post
        for post in POSTS
        if (post.document, post.person) == (document, person) and post.status not in ("former", "designate")
    ]


def bodies_of(part: Part) -> set[str]:
    """The bodies that somebody at a meeting stands for: itself, or those of their posts in that document."""
    own = set() if part.agent in PEOPLE else {part.agent}
    return own | {post.bodies[0] for post in sits_for(part.document, part.agent) if post.bodies[0]}


def case(columns: str, rows: Iterable[tuple[Cells, bool]], **parameters: str) -> dict[str, Any]:
    """A question with these parameters, and the rows that must be found: each once, required if any reading is."""
    found: dict[str, tuple[Cells, bool]] = {}
    for cells, optional in rows:
        key = json.dumps(cells, ensure_ascii=False)
        found[key] = (cells, optional and found.get(key, (cells, True))[1])
    plain = [
        {"cells": cells} | ({"optional": True} if optional else {}) for _, (cells, optional) in sorted(found.items())
    ]
    return {"parameters": parameters, "columns": columns.split(), "rows": plain}


def co_chairs() -> Iterator[tuple[Cells, bool]]:
    for part in PARTS:
        if part.role in CHAIRING:
            held = sits_for(part.document, part.agent)
            for bodies, optional in [(list(post.bodies), post.optional) for post in held] or [([None], False)]:
                yield (part.meeting, DATES[part.meeting], part.agent, part.role, bodies), part.optional or optional


def led() -> Iterator[tuple[Cells, bool]]:
    return (((p.agent, p.meeting, p.role), p.optional) for p in PARTS if p.role in LEADING and p.agent in PEOPLE)


def took_part() -> Iterator[tuple[Cells, bool]]:
    for part in PARTS:
        yield (part.meeting, DATES[part.meeting], part.agent, part.role), part.optional
    for meeting, row in groups():
        yield (meeting, DATES[meeting], row["agent"], row["role"]), True


def groups() -> Iterator[tuple[str, dict[str, str]]]:
    """Groups that took part, which the annotations cannot tell, by their meeting."""
    return ((MEETINGS[row["document"], row["event"]].name, row) for row in table("groups.tsv"))


def not_present() -> Iterator[tuple[Cells, bool]]:
    for document, gold in GOLD.items():
        for row in gold.get("non_participations", ()):
            yield (MEETINGS[document, row["event"]].name, named(row["agent"]), row["presence"]), False


def meetings_of(person: str) -> Iterator[tuple[Cells, bool]]:
    return (((p.meeting, p.role), p.optional) for p in PARTS if p.agent == person)


def pairs() -> Iterator[tuple[str, str, str, bool]]:
    """Two people at one meeting (the first before the second), and whether a reader may leave it out."""
    for meeting in sorted({part.meeting for part in PARTS}):
        there: dict[str, bool] = {}
        for part in PARTS:
            if part.meeting == meeting and part.agent in PEOPLE:
                there[part.agent] = there.get(part.agent, True) and part.optional
        people = sorted(there)
        for at, one in enumerate(people):
            for other in people[at + 1 :]:
                yield one, other, meeting, there[one] or there[other]


def met(person: str) -> Iterator[tuple[Cells, bool]]:
    for one, other, meeting, optional in pairs():
        if person in (one, other):
            places = sorted(PLACES[meeting]) or [None]
            yield (other if person == one else one, meeting, DATES[meeting], places), optional


def pairs_met_most() -> Iterator[tuple[Cells, bool]]:
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for one, other, _, optional in pairs():
        counts[one, other].append(optional)
    for (one, other), optional in counts.items():
        yield ([one, other], [one, other], len(optional)), any(optional)


def of_post(role: str, body: str) -> Iterator[tuple[Cells, bool]]:
    for post in TENURES:
        if post.role.casefold() == role.casefold() and body in post.bodies:
            yield (post.person, post.status), post.optional


def of_person(person: str) -> Iterator[tuple[Cells, bool]]:
    for post in TENURES:
        if post.person == person:
            titles = [", ".join(filter(None, (post.role, body))) for body in post.bodies]
            yield (titles, post.status), post.optional


def attested(person: str) -> Iterator[tuple[Cells, bool]]:
    """The documents that attest a post first and last, by their date of issue."""
    witnesses: dict[tuple[str, tuple[str | None, ...], str], list[Post]] = defaultdict(list)
    for post in TENURES:
        if post.person == person:
            witnesses[post.role, post.bodies, post.status].append(post)
    for (role, bodies, status), seen in witnesses.items():
        days = sorted(seen, key=lambda post: ISSUED[post.document])
        titles = [", ".join(filter(None, (role, body))) for body in bodies]
        yield (titles, status, title(days[0].document), title(days[-1].document)), all(p.optional for p in seen)


def title(document: str) -> str:
    """The title of a document: its first line."""
    return (SAMPLE / f"{document}.txt").read_text("utf-8").splitlines()[0].strip()


def both(one: str, other: str, since: str = "", until: str = "9") -> Iterator[tuple[Cells, bool]]:
    for meeting in sorted({part.meeting for part in PARTS}):
        there: dict[str, bool] = {}
        for part in PARTS:
            for body in bodies_of(part) if part.meeting == meeting else ():
                there[body] = there.get(body, True) and part.optional
        if {one, other} <= there.keys() and since <= (DATES[meeting] or "") <= until:
            yield (meeting, DATES[meeting]), there[one] or there[other]


def represented(one: str, other: str) -> Iterator[tuple[Cells, bool]]:
    shared = {meeting: optional for (meeting, _), optional in both(one, other)}
    for part in PARTS:
        if part.meeting in shared and part.agent in PEOPLE and one in bodies_of(part):
            yield (part.agent, part.meeting, DATES[part.meeting]), part.optional or shared[part.meeting]


def editions(series: str) -> dict[int, str]:
    """The editions of a series that were held, by number."""
    held = (m for m in MEETINGS.values() if m.series == series and m.row.get("state", "held") == "held")
    return {m.row["ordinal"]: m.name for m in held if m.row["ordinal"]}


def regulars(series: str) -> Iterator[tuple[Cells, bool]]:
    """Bodies that took part themselves: at how many editions, the first and the last of them."""
    numbers = {name: number for number, name in editions(series).items()}
    seen: dict[str, set[int]] = defaultdict(set)
    doubtful: dict[str, bool] = defaultdict(bool)
    for part in PARTS:
        if part.meeting in numbers and part.agent not in PEOPLE:
            seen[part.agent].add(numbers[part.meeting])
            doubtful[part.agent] |= part.optional
    last = max(numbers.values())
    for body, there in seen.items():
        every = "every edition" if there == set(numbers.values()) else None
        began = "joined" if min(there) > min(numbers.values()) and last in there else None
        left = "dropped out" if last not in there else None
        yield (body, every or left or began or "not always"), doubtful[body]


def missing(series: str) -> Iterator[tuple[Cells, bool]]:
    before = 0
    for number, name in sorted(editions(series).items()):
        if number - before > 1:
            yield (before + 1, number - 1, name), False
        before = number


def ties(*relations: str) -> Iterator[tuple[Cells, bool]]:
    for row in table("relations.tsv"):
        if row["relation"] in relations:
            yield (named(row["subject"]), row["relation"], named(row["object"])), row["optional"] == "?"


def unnamed() -> Iterator[tuple[Cells, bool]]:
    """Bodies at a meeting for which the same document names nobody who was there."""
    for part in PARTS:
        if part.agent not in PEOPLE:
            there = [p for p in PARTS if (p.document, p.meeting) == (part.document, part.meeting)]
            if not any(p.agent in PEOPLE and part.agent in bodies_of(p) for p in there):
                yield (part.meeting, part.agent), part.optional
    for meeting, row in groups():
        yield (meeting, row["body"]), True


def speakers(body: str) -> Iterator[tuple[Cells, bool]]:
    for part in PARTS:
        if part.role == "speaker" and part.agent in PEOPLE and body in bodies_of(part):
            yield (part.agent, part.meeting, DATES[part.meeting]), part.optional


def hosts() -> Iterator[tuple[Cells, bool]]:
    for part in PARTS:
        if part.role in ("host", "organiser"):
            yield (part.meeting, sorted(PLACES[part.meeting]) or [None], part.agent, part.role), part.optional


def meetings() -> Iterator[tuple[Cells, bool]]:
    """Each meeting; what one document says of it and another does not may be found or not."""
    rows: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in MEETINGS.values():
        rows[meeting.name].append(meeting)
    for name, same in rows.items():
        ordinal = next((each.row["ordinal"] for each in same if each.row["ordinal"]), None)
        states = sorted({each.row.get("state", "held") for each in same})
        optional = all(each.row.get("optional") for each in same)
        yield (name, ordinal, DATES[name], sorted(PLACES[name]) or [None], states), optional


def chairs_of(series: str) -> Iterator[tuple[Cells, bool]]:
    numbers = {name: number for number, name in editions(series).items()}
    for part in PARTS:
        if part.meeting in numbers and part.role in CHAIRING:
            yield (numbers[part.meeting], DATES[part.meeting], part.agent, part.role), part.optional


def single(agent: str) -> Iterator[tuple[Cells, bool]]:
    """Parts that somebody took, as one document alone reports."""
    documents: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    optional: dict[tuple[str, str, str], bool] = defaultdict(lambda: True)
    for part in PARTS:
        documents[part.agent, part.role, part.meeting].add(part.document)
        optional[part.agent, part.role, part.meeting] &= part.optional
    return ((key, optional[key]) for key, seen in documents.items() if len(seen) == 1 and key[0] == agent)


def news(document: str) -> Iterator[tuple[Cells, bool]]:
    """What a document is the first to say of people and posts: no document issued before it says so."""
    before = {name for name, issued in ISSUED.items() if issued < ISSUED[document]}
    known = {(post.person, body, post.status) for post in POSTS if post.document in before for body in post.bodies}
    named_before = {named(row["name"]) for name in before for row in GOLD[name]["people"]}
    for row in GOLD[document]["people"]:
        if named(row["name"]) not in named_before:
            yield (named(row["name"]), row["name"], None), False
    for post in POSTS:
        if post.document == document and (post.person, post.bodies[0], post.status) not in known:
            titles = [", ".join(filter(None, (post.role, body))) for body in post.bodies]
            yield (post.person, post.status, titles), post.optional


def members(body: str, on: str) -> Iterator[tuple[Cells, bool]]:
    for (subject, relation, object_), optional in ties("member-of"):
        if object_ == body and relation:
            yield (subject,), optional
    for row in table("authority.tsv"):
        if (row["relation"], row["object"]) == ("member-of", body) and row["on"] <= on:
            yield (row["subject"],), False


def successors() -> Iterator[tuple[Cells, bool]]:
    for (subject, relation, object_), optional in ties("formerly"):
        yield (object_, relation, subject), optional
    for row in table("authority.tsv"):
        if row["relation"] == "formerly":
            yield (row["object"], row["relation"], row["subject"]), False


CTC = ("Counter-Terrorism Coordinator", "European Union")
CTED = ("Executive Director", "Counter-Terrorism Committee Executive Directorate")
SERIES = ("EU-UN dialogue", "High-level Conference", "Compact committee", "GCTF committee")
COMPACT = "Global Counter-Terrorism Coordination Compact"
DIALOGUE = "leaders dialogue on counter-terrorism"


def answers() -> dict[str, list[dict[str, Any]]]:
    """All gold answers by the name of their question."""
    eeas = "European External Action Service"
    eu, un, unoct = "European Union", "United Nations", "United Nations Office of Counter-Terrorism"
    return {
        "co-chairs": [case("meeting date agent role on_behalf_of", co_chairs())],
        "led": [case("official meeting role", led())],
        "took-part": [case("meeting date agent role", took_part())],
        "not-present": [case("meeting agent presence", not_present())],
        "meetings-of": [case("meeting role", meetings_of("Vladimir Voronkov"), official="Voronkov")],
        "holders": [
            case("official status", of_post(*CTC), post="Counter-Terrorism Coordinator", body=eu),
            case("official status", of_post(*CTED), post="Executive Director", body="CTED"),
        ],
        "posts-of": [
            case("post status", of_person("Ilkka Salmi"), official="Salmi"),
            case("post status", of_person("Natalia Gherman"), official="Gherman"),
        ],
        "attested": [
            case("post status first_document last_document", attested("Gilles de Kerchove"), official="de kerchove")
        ],
        "both-attended": [
            case("meeting date", both(eu, un), body="EU", other="UN"),
            case(
                "meeting date",
                both(eu, un, "2020-01-01", "2022-12-31"),
                body="EU",
                other="UN",
                since="2020-01-01",
                until="2022-12-31",
            ),
        ],
        "represented": [case("official meeting date", represented(unoct, eu), body="UNOCT", other="EU")],
        "regulars": [case("body record", regulars("EU-UN dialogue"), series=DIALOGUE)],
        "missing-editions": [
            case(
                "missing_from missing_to next_edition",
                [row for series in SERIES for row in missing(series)],
            )
        ],
        "met": [case("other meeting date place", met("Vladimir Voronkov"), official="Voronkov")],
        "met-most": [case("official other meetings", pairs_met_most())],
        "members-on": [case("member", members("Compact", "2022-01-01"), body=COMPACT, as_of="2022-01-01")],
        "successors": [case("predecessor relation successor", successors())],
        "established": [case("subject relation object", ties("established-by", "coordinates", "secretariat-of"))],
        "unnamed": [case("meeting body", unnamed())],
        "speakers": [
            case("official meeting date", speakers(un), body="UN"),
            case("official meeting date", speakers(eeas), body="EEAS", since="2023", until="2023"),
        ],
        "meetings": [case("meeting ordinal date place state", meetings())],
        "hosts": [case("meeting place host role", hosts())],
        "chairs-of-series": [
            case("ordinal date agent role", chairs_of("Compact committee"), series="Compact committee"),
        ],
        "single-source": [case("subject detail object", single("Vladimir Voronkov"), official="Voronkov")],
        "changed-by": [
            case("subject detail object", news("s14-wegter-appointed-2024"), document="Bartjan Wegter new EU"),
        ],
    }


def main() -> None:
    """Write one file a question."""
    for name, cases in answers().items():
        text = json.dumps(cases, ensure_ascii=False, indent=1)
        (HERE / f"{name}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
