"""What may happen to a claim after it is registered: it gets another id, it is retired, somebody reads it.

Each is a change of text and the registry that it has to give; `change.commit` holds the one to the other.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from claimledger.model import Claim, Erratum, Reading, Retired
from claimledger.registry.change import Change, opened
from claimledger.registry.load import CLAIMS, ERRATA, Loaded
from claimledger.registry.parse import Fault, Faults
from claimledger.registry.splice import Splice


def renamed(root: Path, loaded: Loaded, claim: Claim, new: str) -> Change:
    """The claim under a new id: the old one becomes an alias, and whatever names the claim names it anew."""
    old = claim.id
    text = opened(root, CLAIMS)
    for node in text.items(text.top, "claims"):
        for key in ("depends_on", "contradicts"):
            _substitute(text, text.items(node, key), old, new)
        if (slug := text.find(node, "id")) is not None and slug.value == old:
            text.replace(slug, new)
            text.extend(node, "aliases", [old], after="source_says")
    graves = text.items(text.top, "retired")
    _substitute(text, [node for grave in graves if (node := text.find(grave, "successor")) is not None], old, new)
    files = {CLAIMS: text.done()}
    errata = [_erratum(erratum, old, new) for erratum in loaded.errata]
    if errata != loaded.errata:
        files[ERRATA] = _errata_text(root, old, new)
    registry = replace(
        loaded.registry,
        claims=[_claim(each, old, new) for each in loaded.registry.claims],
        retired=[replace(g, successor=new) if g.successor == old else g for g in loaded.registry.retired],
    )
    return Change(files=files, registry=registry, errata=errata)


def _substitute(text: Splice, nodes: list[object], old: str, new: str) -> None:
    for node in nodes:
        if node.value == old:  # type: ignore[attr-defined]
            text.replace(node, new)


def _claim(claim: Claim, old: str, new: str) -> Claim:
    links = {key: [new if slug == old else slug for slug in getattr(claim, key)] for key in ("depends_on", "contradicts")}
    claim = replace(claim, **links)
    return replace(claim, id=new, aliases=[*claim.aliases, old]) if claim.id == old else claim


def _erratum(erratum: Erratum, old: str, new: str) -> Erratum:
    return replace(erratum, **{key: _linked(getattr(erratum, key), old, new) for key in ("claim", "refuted_by", "earned_by")})


def _linked(link: str, old: str, new: str) -> str:
    """An id, or `claim/evidence#control`, under the new id."""
    slug, slash, rest = link.partition("/")
    return f"{new}{slash}{rest}" if slug == old else link


def _errata_text(root: Path, old: str, new: str) -> bytes:
    text = opened(root, ERRATA)
    for node in text.items(text.top, "errata"):
        for key in ("claim", "refuted_by", "earned_by"):
            link = text.find(node, key)
            if link is not None and _linked(link.value, old, new) != link.value:
                text.replace(link, _linked(link.value, old, new))
    return text.done()


def retired(root: Path, loaded: Loaded, claim: Claim, reason: str, successor: str | None) -> Change:
    """The claim's tombstone in its place, and one for each alias. Raises Faults while something depends on it."""
    if held := list(_holders(loaded, claim, successor)):
        what = f"{claim.id} cannot be retired: {'; '.join(held)}; change those first"
        raise Faults([Fault(CLAIMS, loaded.lines[claim.id], what)])
    text = opened(root, CLAIMS)
    index = [node.id for node in loaded.registry.claims].index(claim.id)
    graves = [Retired(id=slug, reason=reason, successor=successor) for slug in (claim.id, *claim.aliases)]
    if successor is not None:
        old = text.items(text.top, "retired")
        _substitute(text, [node for grave in old if (node := text.find(grave, "successor"))], claim.id, successor)
    text.extend(text.top, "retired", [msgspec.to_builtins(grave) for grave in graves], after="sources")
    text.remove(text.top, "claims", index)
    before = [replace(g, successor=successor) if g.successor == claim.id else g for g in loaded.registry.retired]
    claims = [each for each in loaded.registry.claims if each.id != claim.id]
    registry = replace(loaded.registry, claims=claims, retired=[*before, *graves])
    return Change(files={CLAIMS: text.done()}, registry=registry, errata=loaded.errata)


def _holders(loaded: Loaded, claim: Claim, successor: str | None) -> Iterator[str]:
    """What names the claim and would name nothing."""
    for other in loaded.registry.claims:
        for key, verb in (("depends_on", "depends on it"), ("contradicts", "contradicts it")):
            if claim.id in getattr(other, key):
                yield f"{other.id} {verb}"
    for erratum in loaded.errata:
        if claim.id in (erratum.claim, erratum.earned_by, erratum.refuted_by.partition("/")[0]):
            yield f"{erratum.id} names it"
    for grave in loaded.registry.retired if successor is None else ():
        if grave.successor == claim.id:
            yield f"it is the successor of {grave.id} (give a --successor)"


def read(root: Path, loaded: Loaded, claim: Claim, reading: Reading) -> Change:
    """A reading of the claim, signed."""
    text = opened(root, CLAIMS)
    index = [each.id for each in loaded.registry.claims].index(claim.id)
    node = text.items(text.top, "claims")[index]
    text.extend(node, "read_by", [msgspec.to_builtins(reading)], after="source_says")
    signed = replace(claim, read_by=[*claim.read_by, reading])
    claims = [signed if each.id == claim.id else each for each in loaded.registry.claims]
    return Change(files={CLAIMS: text.done()}, registry=replace(loaded.registry, claims=claims), errata=loaded.errata)
