"""Role to document: what is printed, and in which order."""

from jdgen.documents.kinds import Audience, Kind, Paper

__all__ = ["Audience", "Kind", "Paper"]
