"""A picture as SVG."""

from html import escape

from kg.network.shapes import EDGE, INK, TIE, Box, Disc, Line, Picture, Shape, Words

_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535), 65533)


def as_svg(picture: Picture) -> str:
    """The picture as a document of SVG that any browser shows."""
    wide, high = picture.width, picture.height
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img">',
        f"<title>{_text(picture.title)}</title>",
        '<g font-family="sans-serif" font-size="13">',
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>',
        *map(_element, picture.shapes),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _element(shape: Shape) -> str:
    if isinstance(shape, Words):
        return _words(shape)
    if isinstance(shape, Line):
        return (
            f'<line x1="{shape.x:.1f}" y1="{shape.y:.1f}" x2="{shape.to_x:.1f}" y2="{shape.to_y:.1f}" stroke="{TIE}" '
            f'stroke-width="{shape.width:.1f}" stroke-opacity="0.7"/>'
        )
    look = f'fill="{shape.colour}"' + (f' stroke="{EDGE}" stroke-width="1.5"' if shape.edged else "")
    if isinstance(shape, Box):
        return f'<rect x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.side:.1f}" height="{shape.side:.1f}" {look}/>'
    assert isinstance(shape, Disc)
    return f'<circle cx="{shape.x:.1f}" cy="{shape.y:.1f}" r="{shape.radius:.1f}" {look}/>'


def _words(words: Words) -> str:
    look = f'text-anchor="{words.anchor}" fill="{INK}" font-size="{words.size}"'
    look += ' font-weight="bold"' if words.bold else ""
    look += f' stroke="{EDGE}" stroke-width="3" paint-order="stroke"' if words.haloed else ""
    return f'<text x="{words.x:.1f}" y="{words.y:.1f}" {look}>{_text(words.text)}</text>'


def _text(words: str) -> str:
    return escape(words.translate(_FORBIDDEN))
