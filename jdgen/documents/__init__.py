"""Role to document: what is printed, and in which order."""

from jdgen.documents.kinds import BOARDS, KIT, MAIN, SEVERAL, Audience, Kind, Paper, stem
from jdgen.documents.subject import Posted, Subject

__all__ = ["BOARDS", "KIT", "MAIN", "SEVERAL", "Audience", "Kind", "Paper", "Posted", "Subject", "stem"]
