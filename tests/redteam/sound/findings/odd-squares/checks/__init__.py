"""Checks of this ledger."""
