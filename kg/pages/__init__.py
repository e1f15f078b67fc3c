"""What the pages of the explorer say: a sentence on one thing, with the words behind every fact.

``edition``  the published version of a graph, and the documents it was made from
"""

from kg.pages.edition import Edition, Folder

__all__ = ["Edition", "Folder"]
