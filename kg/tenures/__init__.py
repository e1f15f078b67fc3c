"""Who sat where, when, and how sure that is: pure functions over what documents attest of one post.

``witness`` what one attestation says · ``spells`` tenures: witnesses of one person that belong together ·
``succession`` what the next holder says of the last · ``grading`` who held the post on a day · ``seats`` posts that one
person holds at a time
"""

from kg.tenures.grading import Grade, Held, Holding, held
from kg.tenures.seats import has_one_seat
from kg.tenures.spells import Tenure, tenures
from kg.tenures.witness import Days, Witness

__all__ = ["Days", "Grade", "Held", "Holding", "Tenure", "Witness", "has_one_seat", "held", "tenures"]
