"""Who is who over synthetic documents: CPU seconds, peak memory, and the exponent of the growth of the time.

    python benchmarks/identity.py [NUMBER OF DOCUMENTS …]

Each number is measured in a process of its own. People, bodies and meetings recur as they do in releases: a few in very
many documents, most in a few; a tenth of the names is spelt otherwise. What is noted
of each document is made while it is read, and is counted apart: a build keeps it.
"""

import math
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from kg.identity import Gists, decide, gist_of
from kg.model.actors import Reading
from kg.model.claims import Attestation, Claim, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

SIZES = 1_000, 3_000, 10_000
PEOPLE = 4
STARTS = "Bra Dra Fje Gru Hal Jas Kor Lin Mav Nor Ost Pel Qua Rav Sto Tve Ulv Vor Wes Zag".split()
MIDDLES = "bel dan gor kel lam mon nir pas rek sol tav vin".split()
ENDS = "berg dal enko eira insky heim mark ovic stad ueda".split()
GIVEN = (
    "Ada Boris Casilda Dragan Eskil Fermina Ghassan Halvard Ingmar Jacinta Kwabena Leandro Marwan Nomvula Oana".split()
)
ROLES = "Director Coordinator Commissioner Secretary-General".split()
KINDS = "Office Bureau Agency Institute".split()


def person(number: int) -> str:
    """The name of a person."""
    given, rest = GIVEN[number % len(GIVEN)], number // len(GIVEN)
    start, rest = STARTS[rest % len(STARTS)], rest // len(STARTS)
    middle, rest = MIDDLES[rest % len(MIDDLES)], rest // len(MIDDLES)
    end, rest = ENDS[rest % len(ENDS)], rest // len(ENDS)
    return f"{given} {start}{middle}{MIDDLES[rest % len(MIDDLES)] if rest else ''}{end}"


def body(number: int) -> str:
    """The name of a body."""
    return f"{person(number * 7).split()[1]} {KINDS[number % len(KINDS)]}"


def spelt(name: str, chance: random.Random) -> str:
    """A name, one time in ten otherwise: an initial, a middle initial, a letter less."""
    if chance.random() > 0.1:
        return name
    given, family = name.split()
    return chance.choice([f"{given[0]}. {family}", f"{given} B. {family}", f"{given} {family[:-1]}"])


def often(most: int, chance: random.Random) -> int:
    """A number below ``most``, small ones much more often."""
    return int(most * chance.random() ** 3)


def readings(count: int) -> Iterator[Reading]:
    """Documents with their claims."""
    chance = random.Random(7)  # noqa: S311 - the same documents every time
    for number in range(count):
        bodies = [often(count // 10 + 5, chance) for _ in range(PEOPLE)]
        people = [each * 5 + chance.randrange(5) for each in bodies]
        named = [spelt(person(each), chance) for each in people]
        lines = [
            f"{name}, {ROLES[who % 4]} of the {body(at)}" for name, who, at in zip(named, people, bodies, strict=True)
        ]
        day = PartialDate(2005 + number % 20, 1 + number % 12, 1 + number % 28)
        document = Document("\n".join([f"Release {number}", *lines]), f"{number:064x}", f"{number}", published=day)
        yield Reading(document, tuple(claims(document, named, people, bodies, day)))


def claims(
    document: Document, named: Sequence[str], people: Sequence[int], bodies: Sequence[int], day: PartialDate
) -> Iterator[Claim]:
    """What one document says."""
    at = document.text.index("\n") + 1
    evidence = (document.evidence(0, at - 1),)
    topic = f"{body(bodies[0]).split()[0]} Security Dialogue"
    yield MeetingReport(meeting="e1", name=topic, kind="dialogue", start=day, evidence=evidence, rule="benchmark")
    for name, who, where in zip(named, people, bodies, strict=True):
        said = (document.evidence(at, at + len(name)),)
        at = document.text.find("\n", at) + 1
        yield NameUse(kind="person", name=name, evidence=said, rule="benchmark")
        yield NameUse(kind="organisation", name=body(where), evidence=said, rule="benchmark")
        role = ROLES[who % 4]
        post = {"person": name, "role": role, "organisation": body(where), "title": role}
        yield Attestation(evidence=said, rule="benchmark", **post)
        yield Participation(meeting="e1", agent=name, role="participant", evidence=said, rule="benchmark")


def measure(count: int) -> str:
    """One line of numbers: documents, seconds for their gists and for who is who, peak MiB, officials, proposals."""
    gists, noted = Gists(), 0.0
    for reading in readings(count):
        start = time.process_time()
        gists.add(gist_of(reading))
        noted += time.process_time() - start
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    actors = decide(gists, _unread).actors
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{count} {noted:.2f} {took:.2f} {before:.0f} {peak:.0f} {len(actors.officials)} {len(actors.proposals)}"


def _unread(key: str) -> Reading:
    raise AssertionError(f"nothing is corrected, so that {key} need not be read again")


def main(sizes: Sequence[int]) -> None:
    """Print the table, one process a size."""
    print("| documents | gists, s | who is who, s | ms a document | MiB before | peak MiB | officials | proposals |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|")
    points: list[tuple[float, float]] = []
    for size in sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        row = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        points.append((math.log(size), math.log(float(row[2]))))
        each = 1000 * float(row[2]) / size
        print(f"| {size:,} | {row[1]} | {row[2]} | {each:.2f} | {' | '.join(row[3:])} |", flush=True)
    if len(points) > 1:
        print(f"\nexponent {statistics.linear_regression(*zip(*points, strict=True)).slope:.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(measure(int(sys.argv[2])))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
