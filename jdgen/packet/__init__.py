"""What the debrief reads: the results of a vacancy in words, and what they rest on."""

from jdgen.packet.model import Packet

__all__ = ["Packet"]
