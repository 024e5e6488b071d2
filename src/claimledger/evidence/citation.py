"""Citations: nothing runs; the locator is what there is to show."""

from pathlib import Path

from claimledger import facts
from claimledger.judge import Finding
from claimledger.model import Evidence


def run(root: Path, item: Evidence) -> Finding:
    """The locator as it stands in the registry, whose form the loader has checked."""
    return Finding(given=facts.Cited(locator=str(item.target)))
