"""From a place of a source to the claims that stand there: `claims find "47.22 item 3"`."""

import re

from claimledger.ledger import ClaimView, Ledger
from claimledger.model import Place

QUERY = re.compile(r"(?:(?P<source>[a-z0-9-]+)\s+)?(?P<section>\S+?)(?:\s*(?:,|item|\()\s*(?:item\s*)?(?P<item>\d+)\)?)?")


class Unreadable(Exception):
    """The query is no place."""


def parse(query: str, sources: set[str]) -> tuple[str, str, int | None]:
    """`[source] section [item N]`; the source is "" where the query names none. Raises Unreadable."""
    text = query.strip()
    source = next((name for name in sources if text.startswith(f"{name} ")), "")
    match = QUERY.fullmatch(text.removeprefix(source).strip())
    if match is None or match["source"]:
        raise Unreadable(f"{query!r} is no place; write SECTION or SECTION item N, such as 47.22 item 3")
    return source, match["section"], int(match["item"]) if match["item"] else None


def find(ledger: Ledger, query: str, edition: str = "") -> list[ClaimView]:
    """The claims at a place. An item of a section finds claims of that item and those of the section as a whole."""
    sources = ledger.loaded.registry.sources
    source, section, item = parse(query, set(sources))
    if edition and not any(edition == entry.edition for entry in sources.values()):
        known = "; ".join(sorted(entry.edition for entry in sources.values()))
        raise Unreadable(f"no source has the edition {edition!r}; those there are: {known}")

    def at(place: Place) -> bool:
        if (source and place.source != source) or (edition and sources[place.source].edition != edition):
            return False
        return place.section == section and (item is None or place.item in (None, item))

    return [view for view in ledger.claims.values() if any(at(place) for place in view.claim.where)]
