"""Text to nodes, and nodes to models, or every mistake with its place."""

from jdgen.source.layers import Layers, told_of
from jdgen.source.nodes import Node
from jdgen.source.text import decode

__all__ = ["Layers", "Node", "decode", "told_of"]
