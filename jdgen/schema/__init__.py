"""Models of everything a user writes."""

from jdgen.schema.company import Company
from jdgen.schema.profile import Peer, Profile, Stages

__all__ = ["Company", "Peer", "Profile", "Stages"]
