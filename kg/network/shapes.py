"""What a picture is made of, whatever it is written as. Lengths are in pixels from the upper left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A tie, from one place to another."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float


@dataclass(frozen=True, slots=True)
class Disc:
    """An official; ``edged`` where it lies on ties."""

    x: float
    y: float
    radius: float
    colour: str
    edged: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A body, or a colour of the legend: a square by its upper left corner."""

    x: float
    y: float
    side: float
    colour: str
    edged: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text on its base line; ``anchor`` (start, middle, end) is the part of it that stands at x."""

    x: float
    y: float
    text: str
    size: int = 13
    anchor: str = "start"
    bold: bool = False
    haloed: bool = False


Shape = Line | Disc | Box | Words
TIE, EDGE, INK = "#b0b0b0", "#ffffff", "#1a1a1a"


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes on white, those that come later above those before."""

    width: int
    height: int
    title: str
    shapes: tuple[Shape, ...]
