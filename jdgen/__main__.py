"""`python -m jdgen` is `jdgen`."""

from jdgen.cli import main

main()
