"""What is stated of each document: made once for all that it depends on, and kept in the ledger.

A draft has a stamp: a hash of what was read of the document, of what was decided and bears on it, and of the code that
states it. While the stamp is the same the document is not read again.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from kg.copies import of_its_own
from kg.identity import Decided
from kg.ledger import Made
from kg.model.actors import Reading
from kg.rdf import Attested, attested, document_graph, pointed_to

_GRAPH, _SAID = "graph", "said"
_QUICKLY = 1
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """What is stated of a document: the IRIs to which its graph points, who held which post, and how many claims."""

    document: str
    stamp: str
    points: tuple[str, ...]
    attested: tuple[Attested, ...]
    claims: int
    _packed: Callable[[], bytes]

    def lines(self) -> Iterator[str]:
        """Its graph, as sorted N-Triples."""
        yield from zlib.decompress(self._packed()).decode("utf-8", "surrogatepass").splitlines(keepends=True)


class Drafts:
    """The drafts of one build. ``versions`` are the originals of copies, ``stamp`` is of the code that states them."""

    def __init__(
        self,
        made: Made,
        reading: Callable[[str], Reading],
        contents: Mapping[str, str],
        decided: Decided,
        versions: Mapping[str, str],
        stamp: str,
    ) -> None:
        self._made, self._reading, self._contents = made, reading, contents
        self._decided, self._versions, self._stamp = decided, versions, stamp
        self._kept = made.stamps(_SAID)
        self._stamps: dict[str, str] = {}
        self._new: dict[str, tuple[str, str, bytes]] = {}

    def of(self, document: str) -> Draft:
        """The draft of a document (its key).

        Raises :class:`kg.errors.KgError` or ``KeyError`` where its claims do not fit together.
        """
        stamp = self._stamps.get(document) or self._stamp_of(document)
        self._stamps[document] = stamp
        if self._kept.get(document) == stamp:
            return _draft(
                document, stamp, self._made.value(_SAID, document), lambda: self._made.value(_GRAPH, document)
            )
        said, graph = self._stated(document)
        self._kept[document], self._new[document] = stamp, (stamp, said, graph)
        if len(self._new) >= _AT_ONCE:
            self.keep()
        return _draft(document, stamp, said, lambda: graph)

    def keep(self) -> None:
        """Keep what was made, for the next build and for :meth:`of`."""
        rows = ((key, stamp, ((_SAID, said), (_GRAPH, graph))) for key, (stamp, said, graph) in self._new.items())
        self._made.put((key, kind, stamp, value) for key, stamp, values in rows for kind, value in values)
        self._new.clear()

    def forget_others(self, documents: Container[str]) -> None:
        """Forget what was stated of any but these: who is who may have changed since."""
        self._made.forget((_SAID, _GRAPH), [key for key in self._kept if key not in documents])

    def _stamp_of(self, document: str) -> str:
        """A version rests on what its original says, too."""
        about = [document, *filter(None, [self._versions.get(document)])]
        parts = [part for key in about for part in (key, self._contents[key], self._decided.bearing_on(key))]
        return hashlib.sha256("\x1f".join((self._stamp, *parts)).encode("utf-8", "surrogatepass")).hexdigest()

    def _stated(self, document: str) -> tuple[str, bytes]:
        reading = self._decided.admitted(self._reading(document))
        original = self._versions.get(document)
        own = of_its_own(reading, self._decided.admitted(self._reading(original))) if original else None
        actors = self._decided.actors
        lines = document_graph(*reading, actors, version_of=original, its_own=own)
        stated = reading if own is None else Reading(reading.document, own)
        said = (sorted(pointed_to(lines)), list(attested([stated], actors)), len(stated.claims))
        return json.dumps(said), zlib.compress("".join(lines).encode("utf-8", "surrogatepass"), _QUICKLY)


def _draft(document: str, stamp: str, said: str, packed: Callable[[], bytes]) -> Draft:
    points, told, claims = json.loads(said)
    return Draft(document, stamp, tuple(points), tuple(Attested(*each) for each in told), claims, packed)
