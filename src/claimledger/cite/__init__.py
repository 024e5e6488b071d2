"""What chapters use to cite claims: the exported ledger, the words of a badge, the adapters' data, lint and find."""
