"""Role to document: what is printed, and in which order."""

from jdgen.documents.kinds import KIT, MAIN, SEVERAL, Audience, Kind, Paper, stem
from jdgen.documents.subject import Subject

__all__ = ["KIT", "MAIN", "SEVERAL", "Audience", "Kind", "Paper", "Subject", "stem"]
