"""Where an element stands on a page, as an XPath that a browser understands."""

from collections import Counter

from kg.loaders.elements import Element

_LONGEST = 500
_TABLE, _ROW, _BODY = "table", "tr", "tbody"


class Paths:
    """The XPaths of one page: tags with their number among those of the same name under one parent.

    Browsers put what a page leaves out (``html``, ``body``, ``tbody``) around what it says: so do these.
    """

    def __init__(self, top: Element) -> None:
        self._numbers: dict[int, int] = {}
        for element in top.walk():
            seen: Counter[str] = Counter()
            for child in element.children:
                if isinstance(child, Element):
                    seen[child.tag] += 1
                    self._numbers[id(child)] = seen[child.tag]

    def of(self, element: Element) -> str:
        """The XPath of an element; empty if it stands too deep to be told in 500 characters."""
        steps: list[str] = []
        length = 0
        for each in (element, *element.around()):
            if each.parent is None:
                break
            step = f"{each.tag}[{self._numbers[id(each)]}]"
            if each.tag == _ROW and each.parent.tag == _TABLE:
                step = f"{_BODY}[1]/{step}"
            steps.append(step)
            length += len(step) + 1
            if length > _LONGEST:
                return ""
        steps.reverse()
        return "/" + "/".join(_whole(steps))


def _whole(steps: list[str]) -> list[str]:
    """The steps from the top, with what a page may leave out."""
    rest = steps[1:] if steps[:1] == ["html[1]"] else steps
    outside = rest and rest[0].split("[")[0] in ("head", "body", "frameset")
    return ["html[1]", *([] if outside or not rest else ["body[1]"]), *rest]
