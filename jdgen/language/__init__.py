"""The languages that documents speak: their headings and sentences, days and figures, and texts in another language."""

from jdgen.language.foreign import Foreign, capital, filled, foreign, joined, like
from jdgen.language.speech import ENGLISH, Language, phrase

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Foreign",
    "Language",
    "capital",
    "filled",
    "foreign",
    "joined",
    "like",
    "phrase",
]

LANGUAGES = ("en", "de", "fr")
"""Languages that documents are written in (BCP 47); each but English has a file in `languages/`."""
