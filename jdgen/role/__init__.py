"""Profile, company and stage to a role: all decisions are made here."""

from jdgen.role.model import Role

__all__ = ["Role"]
