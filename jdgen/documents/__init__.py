"""Role to document: what is printed, and in which order."""

from jdgen.documents.kinds import AFTERWARDS, BEFORE, MAIN, SEVERAL, Audience, Kind, Paper, stem
from jdgen.documents.subject import Subject

__all__ = ["AFTERWARDS", "BEFORE", "MAIN", "SEVERAL", "Audience", "Kind", "Paper", "Subject", "stem"]
