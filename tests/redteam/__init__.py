"""The red team: small ledgers that must fail, each in its own way, beside sound ones that must pass."""
