"""The index of a version: one SQLite file beside the store, made with it and deleted with it.

It holds what a store of triples is slow at: names as people type them, the words behind a claim, and phrases inside
quotations. Nothing in it is not in the graph; without the file it is made again in memory.

``writing``  what goes in · ``reading``  what comes out
"""

from kg.index.reading import Hit, Index, Said, Thing
from kg.index.writing import FILE, Contents, Naming, write

__all__ = ["FILE", "Contents", "Hit", "Index", "Naming", "Said", "Thing", "write"]
