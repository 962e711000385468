"""Models of everything a user writes."""

from jdgen.schema.plugins import without_plugins
from jdgen.schema.records import shared_methods
from jdgen.schema.shapes import without_shapes

# Before the first import of pydantic.
without_shapes()
without_plugins()

with shared_methods():
    from jdgen.schema.company import Company
    from jdgen.schema.profile import Peer, Profile, Stages

__all__ = ["Company", "Peer", "Profile", "Stages"]
