"""Lean: written, not yet run by this engine. Until its adapter exists, no tag can rest on a Lean theorem."""

from pathlib import Path

from claimledger import facts
from claimledger.judge import Finding
from claimledger.model import Evidence


def run(root: Path, item: Evidence) -> Finding:
    """Not run, whatever is installed."""
    return Finding(given=facts.Failure(outcome="not-run", message="this version has no Lean adapter"))
