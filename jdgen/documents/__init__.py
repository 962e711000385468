"""Role to document: what is printed, and in which order."""

from jdgen.documents.document import Audience, Document, Kind, Paper, compose
from jdgen.documents.templates import Templates

__all__ = ["Audience", "Document", "Kind", "Paper", "Templates", "compose"]
