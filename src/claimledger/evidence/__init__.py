"""One adapter for each way of producing evidence: from a registry entry to a finding.

`run` is called inside a worker process. A check that raises, returns something else or lacks its tools becomes a
Failure, which is never a pass.
"""

from pathlib import Path

from claimledger.evidence import citation, lean, notebook, python, rocq
from claimledger.judge import Finding
from claimledger.model import By, Evidence

ADAPTERS = {By.LEAN: lean.run, By.ROCQ: rocq.run, By.NOTEBOOK: notebook.run, By.CITATION: citation.run}
"""The methods with an adapter of their own; every other runs a Python function."""


def run(root: Path, item: Evidence, files: list[str]) -> Finding:
    """The finding of one piece of evidence, controls and all. `files`: those below the root that it may open."""
    adapter = ADAPTERS.get(item.by)
    return adapter(root, item) if adapter else python.run(root, item, files)
