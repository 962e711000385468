"""Models of everything a user writes."""

from jdgen.schema.plugins import without_plugins
from jdgen.schema.shapes import without_shapes

# Before the first import of pydantic.
without_shapes()
without_plugins()

from jdgen.schema.company import Company  # noqa: E402 - as above
from jdgen.schema.profile import Peer, Profile, Stages  # noqa: E402 - as above

__all__ = ["Company", "Peer", "Profile", "Stages"]
