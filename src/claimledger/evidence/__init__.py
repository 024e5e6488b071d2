"""One adapter for each way of producing evidence: from a registry entry to a finding.

`run` is called inside a worker process and never raises for what a check does: a check that raises, returns
something else or lacks its tools becomes a Failure, which is never a pass.
"""

from collections.abc import Callable
from pathlib import Path

from claimledger.evidence import citation, lean, notebook, python, rocq
from claimledger.judge import Finding
from claimledger.model import By, Evidence

ADAPTERS: dict[By, Callable[[Path, Evidence], Finding]] = {
    By.LEAN: lean.run,
    By.ROCQ: rocq.run,
    By.NOTEBOOK: notebook.run,
    By.CITATION: citation.run,
    By.SYMPY: python.run,
    By.FLINT: python.run,
    By.EXACT: python.run,
    By.MPMATH: python.run,
    By.HYPOTHESIS: python.run,
    By.SIMULATION: python.run,
    By.DATA: python.run,
    By.NUMEROLOGY: python.run,
}


def run(root: Path, item: Evidence) -> Finding:
    """The finding of one piece of evidence, controls and all."""
    return ADAPTERS[item.by](root, item)
