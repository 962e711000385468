"""A role and its scorecards to results: exact fractions, no files, and the same whatever the order of the cards."""

from jdgen.scoring.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]
