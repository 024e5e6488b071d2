"""Running: what has to run, in which process, and the receipts of what ran."""
