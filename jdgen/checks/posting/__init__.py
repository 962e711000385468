"""What a posting must satisfy before it goes out; none of it is legal advice."""

from jdgen.checks.posting.findings import check
from jdgen.checks.posting.posting import Block, Posting, read_posting
from jdgen.checks.posting.rule import Fault, rule

__all__ = ["Block", "Fault", "Posting", "check", "read_posting", "rule"]
