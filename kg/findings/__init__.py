"""What does not fit together across documents: a *finding*, shown with both sentences, never a reason to refuse one.

``kinds``    what is looked for: one file each in ``queries/findings/``
``finding``  what was found
``checking`` the kinds, put to a version of the graph
"""

from kg.findings.checking import check
from kg.findings.finding import Finding, Findings, Side
from kg.findings.kinds import Kind, kinds

__all__ = ["Finding", "Findings", "Kind", "Side", "check", "kinds"]
