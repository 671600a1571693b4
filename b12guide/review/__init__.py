"""What a clinician has signed: the texts to sign, the signatures in `content/reviews/`, and what is said of them."""

from .reviews import Reviews, State, load_reviews
from .sheet_list import Sheets, load_sheets
from .sheets import Passage, Sheet
from .signatures import MONTHS_VALID, Signature

__all__ = ["MONTHS_VALID", "Passage", "Reviews", "Sheet", "Sheets", "Signature", "State", "load_reviews", "load_sheets"]
