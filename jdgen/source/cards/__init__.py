"""Filled scorecards to models: YAML, a spreadsheet's CSV, and the PDF form."""

from jdgen.source.cards.model import Printed, Read
from jdgen.source.cards.reading import ENDINGS, read_cards

__all__ = ["ENDINGS", "Printed", "Read", "read_cards"]
