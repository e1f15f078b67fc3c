"""The ledger: the documents with their text and claims, and what was set aside and why. What must not be lost.

``ledger`` what is kept · ``made`` what can be made again of that · ``file`` the file, its tables, transactions
"""

from kg.ledger.file import NAME
from kg.ledger.ledger import Ledger, SetAside
from kg.ledger.made import Made

__all__ = ["NAME", "Ledger", "Made", "SetAside"]
