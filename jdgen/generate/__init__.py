"""The pipeline: files of a user in, documents out."""

from jdgen.generate.pipeline import Run, generate

__all__ = ["Run", "generate"]
