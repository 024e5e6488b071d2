"""The Sphinx extension: the role `claim` and the directive `claim-table`, in reStructuredText and MyST.

`extensions = ["claimledger.cite.sphinx"]`, and in conf.py `claims_data` (the path of ledger-meta.json, from the
configuration's folder), `claims_source`, `claims_edition` and `claims_site`. A page that cites depends on the data file,
so that it is read again when only the ledger changed. An id that may not be cited is a warning: an error under `-W`.
"""

from pathlib import Path
from typing import Any

import msgspec
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from claimledger.cite.badge import BookData, CitedClaim, Citing, Uncitable, cited, words
from claimledger.cite.chapters import AS_OF
from claimledger.cite.export import read_book_data

LOGGER = logging.getLogger(__name__)
CITED = "claims_cited"


def _data(env: Any) -> BookData:
    path = Path(env.app.confdir) / env.config.claims_data
    env.note_dependency(str(path))
    try:
        return read_book_data(path)
    except (OSError, msgspec.MsgspecError) as error:
        raise Uncitable(f"{path} cannot be read: {error}; write it with claims export") from None


def _citing(env: Any) -> Citing:
    return Citing(env.config.claims_source, env.config.claims_edition)


def _link(env: Any, slug: str, entry: CitedClaim, text: str) -> nodes.Node:
    state = words(entry, _citing(env)).split(":")[0]
    target = f"{env.config.claims_site}claim/{slug}/index.html"
    return nodes.reference("", text, refuri=target, internal=False, reftitle=entry.title, classes=["claim", f"claim-{state}"])


class ClaimRole(SphinxRole):
    """`{claim}`ID``, with `verified` or `as of DIGEST` after it: the badge of a claim, linked to its page."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The badge; a warning and the bare id where the claim may not be cited."""
        slug, _, options = self.text.strip().partition(" ")
        try:
            slug, entry = cited(_data(self.env), slug)
        except Uncitable as error:
            LOGGER.warning(str(error), location=self.get_location(), type="claims")
            return [nodes.literal(self.text, self.text)], []
        if (as_of := AS_OF.search(options)) and as_of[1] != entry.digest:
            text = f"the statement of claim {slug!r} is no longer that of digest {as_of[1]}; it is {entry.digest}"
            LOGGER.warning(text, location=self.get_location(), type="claims")
        badge = words(entry, _citing(self.env))
        if "verified" in options.split() and badge != "verified":
            text = f"claim {slug!r} is cited as verified, and its badge says {badge}; claims why {slug}"
            LOGGER.warning(text, location=self.get_location(), type="claims")
        self.env.temp_data[CITED] = list(dict.fromkeys([*(self.env.temp_data.get(CITED) or []), slug]))
        return [_link(self.env, slug, entry, f"[{badge}]")], []


class ClaimTable(SphinxDirective):
    """`claim-table`: the claims cited on this page above it, with what each has earned."""

    def run(self) -> list[nodes.Node]:
        """The table; nothing where no claim was cited."""
        slugs = self.env.temp_data.pop(CITED, [])
        if not slugs:
            return []
        data = _data(self.env)
        table = nodes.table(classes=["claims-table"])
        group = nodes.tgroup(cols=2)
        group += [nodes.colspec(colwidth=72), nodes.colspec(colwidth=28)]
        group += nodes.thead("", _row([nodes.Text("Claim")], [nodes.Text("Status")]))
        body = nodes.tbody()
        for slug in slugs:
            entry = data.claims[slug]
            body += _row([nodes.Text(entry.title)], [_link(self.env, slug, entry, words(entry, _citing(self.env)))])
        group += body
        table += group
        return [table]


def _row(*cells: list[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    for name, default in (
        ("claims_data", "ledger-meta.json"),
        ("claims_source", ""),
        ("claims_edition", ""),
        ("claims_site", ""),
    ):
        app.add_config_value(name, default, "env")
    app.add_role("claim", ClaimRole())
    app.add_directive("claim-table", ClaimTable)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
