"""What people decided: who is the same and who is not, and which claims are wrong. Lines of one sorted text file.

The file is tab-separated, with a header, in the order of its lines; a line is one decision, so that version control
shows what was decided, by whom and why, and taking a line out takes the decision back. ``docs/identity.md`` has it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields

from kg.errors import UsageError
from kg.iris import fold

HEADER = "# ct-kg judgements 1"
ACTORS = ("person", "body", "post", "meeting", "series")
IDENTITY = ("same", "different", "unsure")
_KINDS = {
    **dict.fromkeys(IDENTITY, ACTORS),
    "reject": ("claim",),
    "correct": ("claim",),
    "suppress": ("person",),
}


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A name as printed: in one document (its key), or (empty) wherever it is printed."""

    name: str
    document: str = ""

    @property
    def folded(self) -> tuple[str, str]:
        """How it is compared: the document, and the name without what writers vary."""
        return self.document, fold(self.name)


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One line. ``left`` and ``right`` are names; of a claim, its id (``participation/…``) and ``field=value``."""

    verdict: str
    kind: str
    left: str
    left_in: str
    right: str
    right_in: str
    who: str
    when: str
    why: str

    def __post_init__(self) -> None:
        if self.kind not in _KINDS.get(self.verdict, ()):
            allowed = "; ".join(f"{verdict} {'|'.join(kinds)}" for verdict, kinds in _KINDS.items())
            raise UsageError(f"expected a verdict and a kind ({allowed}), found {self.verdict!r} {self.kind!r}")
        if not self.left or (self.verdict in (*IDENTITY, "correct") and not self.right):
            raise UsageError(f"expected what {self.verdict!r} is about in left (and right), found an empty cell")
        if self.verdict == "correct" and "=" not in self.right:
            raise UsageError(f"expected FIELD=VALUE as the right of a correction, found {self.right!r}")
        if any(mark in cell for cell in astuple(self) for mark in "\t\n\r"):
            raise UsageError(f"expected cells without tabs and line ends, found them in the line about {self.left!r}")

    @property
    def sides(self) -> tuple[Named, Named]:
        """Both names, the smaller first: the two sides of a judgement may be written either way round."""
        one, other = sorted((Named(self.left, self.left_in), Named(self.right, self.right_in)))
        return one, other

    @property
    def about(self) -> tuple[str, str, Named, Named]:
        """What it decides, whoever decided it and why."""
        return self.verdict, self.kind, *self.sides

    def line(self) -> str:
        """The line of the file, without its end."""
        return "\t".join(astuple(self))


COLUMNS = tuple(field.name for field in fields(Judgement))


@dataclass(frozen=True, slots=True)
class Judgements:
    """All of them, sorted, none twice."""

    lines: tuple[Judgement, ...] = ()

    @classmethod
    def of(cls, lines: Iterable[Judgement]) -> "Judgements":
        """From judgements in any order."""
        return cls(tuple(sorted(set(lines))))

    @classmethod
    def parse(cls, text: str, where: str = "judgements") -> "Judgements":
        """Read the file; raises :class:`kg.errors.UsageError` that names file and line."""
        found: list[Judgement] = []
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#") or tuple(line.split("\t")) == COLUMNS:
                continue
            cells = line.split("\t")
            if len(cells) != len(COLUMNS):
                raise UsageError(
                    f"{where}:{number}: expected {len(COLUMNS)} cells with tabs between them ({', '.join(COLUMNS)}), "
                    f"found {len(cells)}"
                )
            try:
                found.append(Judgement(*cells))
            except UsageError as error:
                raise UsageError(f"{where}:{number}: {error}") from None
        return cls.of(found)

    def text(self) -> str:
        """The file: the same judgements, the same bytes."""
        return "".join(f"{line}\n" for line in (HEADER, "\t".join(COLUMNS), *(each.line() for each in self.lines)))

    def of_actors(self, verdict: str, kind: str) -> Iterator[Judgement]:
        """The judgements of this verdict on actors of this kind."""
        return (each for each in self.lines if each.verdict == verdict and each.kind == kind)
