"""What becomes of errata outside the ledger: the sheet of an edition, and the report to its author."""
