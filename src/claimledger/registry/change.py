"""The one way in which an edit reaches the registry: the new text is loaded, and has to mean what was intended and no more.

An edit that would leave a fault, or change anything that it did not mean to, leaves nothing.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from claimledger.model import ErrataFile, Erratum, Registry
from claimledger.registry.faults import errata_faults, registry_faults
from claimledger.registry.load import CLAIMS, ERRATA
from claimledger.registry.parse import Fault, Faults, parse_bytes
from claimledger.registry.shape import shape
from claimledger.registry.splice import Splice
from claimledger.store import write_all


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The new bytes of one or both files, and the registry and errata that they have to give."""

    files: dict[str, bytes]
    registry: Registry
    errata: list[Erratum]


def opened(root: Path, name: str) -> Splice:
    """A file of the registry, ready to be patched. Raises Faults."""
    data = (root / name).read_bytes()
    parse_bytes(data, name)
    return Splice(data, name)


def commit(root: Path, change: Change, others: Mapping[Path, bytes | None]) -> None:
    """Write a change that loads as it was meant, with the other files that go with it, all or none. Raises Faults."""
    found: list[Fault] = []
    claims = parse_bytes(change.files.get(CLAIMS) or (root / CLAIMS).read_bytes(), CLAIMS)
    registry = shape(claims, Registry, CLAIMS, found)
    errata = None
    if registry is not None:
        found += registry_faults(registry, claims, CLAIMS, root)
        text = change.files.get(ERRATA) or ((root / ERRATA).read_bytes() if (root / ERRATA).exists() else b"errata: []\n")
        raw = parse_bytes(text, ERRATA)
        errata = shape(raw, ErrataFile, ERRATA, found)
        found += errata_faults(errata.errata, raw, ERRATA, registry) if errata is not None else []
    if not found and registry != change.registry:
        found.append(Fault(CLAIMS, 1, "the edit would change more than it says; edit by hand"))
    if not found and errata is not None and errata.errata != change.errata:
        found.append(Fault(ERRATA, 1, "the edit would change more than it says; edit by hand"))
    if found:
        raise Faults(found)
    write_all(root, {**{root / name: data for name, data in change.files.items()}, **others})
