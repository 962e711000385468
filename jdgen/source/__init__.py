"""Text to model, or every mistake with its place."""

from jdgen.source.nodes import Node, decode, parse
from jdgen.source.validation import validate, validate_all

__all__ = ["Node", "decode", "parse", "validate", "validate_all"]
