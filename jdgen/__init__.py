"""Job postings and interview scoring rubrics from one role profile."""

__version__ = "0.1.0"
