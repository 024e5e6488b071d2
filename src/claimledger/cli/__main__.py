"""`python -m claimledger.cli` is `claims`."""

from claimledger.cli import main

main()
