"""A picture as PNG, for slides and word processors that read no SVG. Pillow (extra ``plot``), with the font in it."""

import io

from PIL import Image, ImageDraw, ImageFont

from kg.network.shapes import EDGE, INK, TIE, Box, Disc, Line, Picture, Shape, Words

_SCALE = 2
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def as_png(picture: Picture) -> bytes:
    """The picture as PNG, two pixels to the length; drawn larger and made smaller, so that edges are smooth."""
    fine = 2 * _SCALE
    image = Image.new("RGB", (picture.width * fine, picture.height * fine), EDGE)
    pen = ImageDraw.Draw(image)
    for shape in picture.shapes:
        _draw(pen, shape, fine)
    smooth = image.resize((picture.width * _SCALE, picture.height * _SCALE), Image.Resampling.BOX)
    octets = io.BytesIO()
    smooth.save(octets, "PNG", dpi=(72 * _SCALE, 72 * _SCALE))
    return octets.getvalue()


def _draw(pen: ImageDraw.ImageDraw, shape: Shape, scale: int) -> None:
    x, y = shape.x * scale, shape.y * scale
    if isinstance(shape, Line):
        pen.line((x, y, shape.to_x * scale, shape.to_y * scale), fill=TIE, width=max(1, round(shape.width * scale)))
    elif isinstance(shape, Words):
        stroke = 1.5 * scale if shape.haloed else scale / 4 if shape.bold else 0
        pen.text(
            (x, y),
            shape.text,
            fill=INK,
            font=ImageFont.load_default(shape.size * scale),
            anchor=_ANCHORS[shape.anchor],
            stroke_width=round(stroke),
            stroke_fill=EDGE if shape.haloed else INK,
        )
    else:
        edge, width = (EDGE, round(1.5 * scale)) if shape.edged else (None, 0)
        if isinstance(shape, Box):
            side = shape.side * scale
            pen.rectangle((x, y, x + side, y + side), fill=shape.colour, outline=edge, width=width)
        else:
            assert isinstance(shape, Disc)
            pen.circle((x, y), shape.radius * scale, fill=shape.colour, outline=edge, width=width)
