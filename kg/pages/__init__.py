"""What the pages of the explorer say: a sentence on one thing, with the words behind every fact.

``edition``   the published version of a graph, and the documents it was made from
``telling``   the queries of pages (``queries/*.rq``), each row with its words
``search``    names as they are typed
``reading``   a document, its text cut where claims begin and end
``table``     a meeting at the table
``entities``  an official, a body, a post, a series
``timeline``  posts and meetings as places on a line
``picture``   whom an official met
"""

from kg.pages.edition import Edition, Folder, Most, TooMuch
from kg.pages.telling import KINDS, Teller

__all__ = ["KINDS", "Edition", "Folder", "Most", "Teller", "TooMuch"]
