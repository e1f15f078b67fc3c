"""The setting of a meeting: when and where, and whether it has been."""

from dataclasses import dataclass

from kg.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where a meeting was, as far as the text says; ``when`` and ``where`` are offsets of the words."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    printed: str | None = None
    when: tuple[int, int] | None = None
    place: str | None = None
    where: tuple[int, int] | None = None
    state: str = "held"
