"""Profile, company and stage to a role: all decisions are made here."""

from jdgen.role.model import Role
from jdgen.role.resolution import Layers, Resolved, resolve, role_title, stages
from jdgen.role.view import describe

__all__ = ["Layers", "Resolved", "Role", "describe", "resolve", "role_title", "stages"]
