"""Role to document: what is printed, and in which order."""

from jdgen.documents.kinds import MAIN, Audience, Kind, Paper
from jdgen.documents.subject import Subject

__all__ = ["MAIN", "Audience", "Kind", "Paper", "Subject"]
