"""The life of an erratum: which moves its status may make, and how the file is edited. Nothing is ever deleted."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from claimledger.model import Erratum, ErratumStatus, Step
from claimledger.registry.change import Change, opened
from claimledger.registry.load import ERRATA, Loaded
from claimledger.registry.splice import Splice

CANDIDATE, REPORTED, CONFIRMED, FIXED, WITHDRAWN, DISPUTED = ErratumStatus
MOVES: dict[ErratumStatus, tuple[ErratumStatus, ...]] = {
    CANDIDATE: (REPORTED, CONFIRMED, WITHDRAWN),  # confirmed at once where the author's own text states it
    REPORTED: (CONFIRMED, DISPUTED, WITHDRAWN),
    CONFIRMED: (FIXED, DISPUTED, WITHDRAWN),
    FIXED: (CONFIRMED,),  # the edition did not mend it after all
    DISPUTED: (CONFIRMED, REPORTED, WITHDRAWN),  # the author came round; reported again, with more; we did
    WITHDRAWN: (CANDIDATE,),  # withdrawn too soon
}
"""From a status, those that an erratum may move to."""


def next_id(errata: list[Erratum]) -> str:
    """The number after the highest, for a number is never used again."""
    return f"E-{max((int(erratum.id[2:]) for erratum in errata), default=0) + 1:04}"


def added(root: Path, loaded: Loaded, erratum: Erratum) -> Change:
    """The erratum at the end of its file, which is begun where there is none."""
    data = (root / ERRATA).read_bytes() if (root / ERRATA).exists() else b"errata: []\n"
    text = Splice(data, ERRATA)
    text.extend(text.top, "errata", [msgspec.to_builtins(erratum)], after="errata", gap=True)
    return Change(files={ERRATA: text.done()}, registry=loaded.registry, errata=[*loaded.errata, erratum])


def moved(root: Path, loaded: Loaded, erratum: Erratum, step: Step) -> Change:
    """The erratum with another status, and a step of its history that says so."""
    text = opened(root, ERRATA)
    index = [each.id for each in loaded.errata].index(erratum.id)
    node = text.items(text.top, "errata")[index]
    text.replace(text.find(node, "status"), step.status.value)
    text.extend(node, "history", [msgspec.to_builtins(step)], after="found_by")
    after = replace(erratum, status=step.status, history=[*erratum.history, step])
    errata = [after if each.id == erratum.id else each for each in loaded.errata]
    return Change(files={ERRATA: text.done()}, registry=loaded.registry, errata=errata)
