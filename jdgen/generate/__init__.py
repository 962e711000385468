"""The pipeline: files of a user in, documents out."""
