"""Text to nodes, and nodes to models, or every mistake with its place."""

from jdgen.source.nodes import Node, decode, parse

__all__ = ["Node", "decode", "parse"]
