"""A root folder to a checked registry: claims, errata, and where each claim stands in its file.

The way in for every command. Faults of both files come out together; nothing is run and nothing is imported from
the root. `claims.yaml` must be there; `errata.yaml` may be absent.
"""

from pathlib import Path
from typing import TypeVar

import msgspec

from claimledger.model import Claim, ErrataFile, Erratum, Evidence, Registry
from claimledger.registry import faults as rules
from claimledger.registry.parse import Fault, Faults, Map, Seq, parse
from claimledger.registry.shape import shape

CLAIMS = "claims.yaml"
ERRATA = "errata.yaml"
T = TypeVar("T", Registry, ErrataFile)


class Loaded(msgspec.Struct, frozen=True):
    """A registry without faults. `lines` gives the line of each claim in claims.yaml."""

    registry: Registry
    errata: list[Erratum]
    lines: dict[str, int]

    def claim(self, slug: str) -> Claim | None:
        """The claim of that id or alias."""
        return next((c for c in self.registry.claims if slug == c.id or slug in c.aliases), None)

    def evidence(self) -> list[tuple[Claim, Evidence]]:
        """Every piece of evidence with its claim, in the registry's order."""
        return [(claim, item) for claim in self.registry.claims for item in claim.evidence]


def load(root: Path) -> Loaded:
    """The registry at `root`. Raises Faults with everything that is wrong."""
    found: list[Fault] = []
    raw, registry = _read(root / CLAIMS, CLAIMS, Registry, found)
    raw_errata, errata = _read(root / ERRATA, ERRATA, ErrataFile, found) if (root / ERRATA).exists() else (None, None)
    if registry is not None and raw is not None:
        found += rules.registry_faults(registry, raw, CLAIMS, root)
        if errata is not None and raw_errata is not None:
            found += rules.errata_faults(errata.errata, raw_errata, ERRATA, registry)
    elif raw is not None:
        found += _faults_of_the_rest(raw, root)
    if found or registry is None or raw is None:
        raise Faults(found)
    lines = {claim.id: node.line for claim, node in zip(registry.claims, raw["claims"], strict=True)}
    return Loaded(registry, errata.errata if errata else [], lines)


def _faults_of_the_rest(raw: Map, root: Path) -> list[Fault]:
    """Where some claims are out of shape, what is wrong with the others; what they say of those is let pass."""
    claims = raw.get("claims")
    if not isinstance(claims, Seq):
        return []
    rest, lost = Map(raw.line), set()
    rest.update(raw)
    rest.lines = raw.lines
    rest["claims"] = Seq(claims.line)
    for node in claims:
        fits = isinstance(node, Map) and shape(node, Claim, CLAIMS, []) is not None
        if fits:
            rest["claims"].append(node)
        elif isinstance(node, Map):
            lost.add(str(node.get("id")))
    registry = shape(rest, Registry, CLAIMS, [])
    return rules.registry_faults(registry, rest, CLAIMS, root, lost) if registry else []


def _read(path: Path, name: str, kind: type[T], found: list[Fault]) -> tuple[Map | None, T | None]:
    try:
        raw = parse(path, name)
    except Faults as error:
        found += error.faults
        return None, None
    return raw, shape(raw, kind, name, found)
