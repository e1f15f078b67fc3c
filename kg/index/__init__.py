"""The index of a version: one SQLite file beside the store, made with it and deleted with it.

It holds what a store of triples is slow at: names as people type them, the words behind a claim, phrases inside
quotations, and tables of what questions would join too much for (projections). Nothing in it is not in the graph;
without the file it is made again in memory.

``writing``  what goes in · ``reading``  what comes out
"""

from typing import TYPE_CHECKING

from kg.lazily import lazily

if TYPE_CHECKING:
    from kg.index.reading import FILE, Hit, Index, Said, Thing
    from kg.index.writing import Contents, Naming, Passages, Projection, write

__all__ = ["FILE", "Contents", "Hit", "Index", "Naming", "Passages", "Projection", "Said", "Thing", "write"]

__getattr__ = lazily(
    __name__,
    {"reading": "FILE Hit Index Said Thing", "writing": "Contents Naming Passages Projection write"},
)
