"""The user's folder: the one layer that finds, reads and writes files."""

from jdgen.workspace.workspace import Found, Workspace

__all__ = ["Found", "Workspace"]
