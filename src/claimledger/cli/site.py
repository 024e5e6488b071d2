"""Verbs for the reader's site: `site` builds it or says what of it is stale, `serve` shows it on this machine."""

import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from claimledger.cli.common import HERE, WRONG_LEDGER, Json, Root, open_ledger, print_json, recorded_ledger, wrong_call
from claimledger.cli.paint import console

Out = Annotated[Path | None, typer.Option(help="The folder of the site.", show_default="site below the root")]
SHOWN = 10


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("site")(site_command)
    app.command("serve")(serve_command)


def site_command(
    root: Root = HERE,
    out: Out = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 where the site is not today's.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Render every page again.")] = False,
    notebooks: Annotated[bool, typer.Option("--notebooks", help="Execute first the notebooks that changed.")] = False,
    here: Annotated[bool, typer.Option("--here", help="Count what ran on this machine as well as the receipts.")] = False,
    json: Json = False,
) -> None:
    """Build the site from the registry and its receipts, only the pages that changed."""
    from claimledger.site.build import build, stale
    from claimledger.site.settings import read_settings
    from claimledger.site.stamp import stamp

    start, root = time.perf_counter(), root.resolve()
    ledger = open_ledger(root) if here else recorded_ledger(root)
    settings, folder = read_settings(root), (out or root / "site").resolve()
    if notebooks:
        _execute(root, ledger.loaded.registry.packages)
    if check:
        found = stale(ledger, settings, folder, {})
        _print_stale([("missing", found.missing), ("not today's", found.changed), ("left over", found.left_over)], json)
        raise SystemExit(WRONG_LEDGER if found else 0)
    done = build(ledger, settings, folder, stamp(root), fresh=fresh)
    if json:
        print_json({"site": str(folder), "files": done.pages, "written": done.written, "notices": done.notices})
        return
    for notice in done.notices:
        print(f"notice   {notice}", file=sys.stderr)
    seconds = time.perf_counter() - start
    console().print(f"{folder}/index.html: {done.pages} files, {done.written} written, {done.removed} removed, {seconds:.1f} s")


def _execute(root: Path, packages: list[str]) -> None:
    from claimledger.site.notebooks import execute

    files = sorted(path.relative_to(root).as_posix() for path in (root / "notebooks").glob("*.py"))
    for file in execute(root, packages, files):
        print(f"executed {file}", file=sys.stderr)


def _print_stale(groups: list[tuple[str, list[str]]], json: bool) -> None:
    if json:
        print_json({name.replace(" ", "_").replace("'", ""): paths for name, paths in groups})
        return
    out = console()
    for name, paths in groups:
        for path in paths[:SHOWN]:
            out.print(f"{name}: {path}")
        if len(paths) > SHOWN:
            out.print(f"{name}: {len(paths) - SHOWN} more")
    if not any(paths for _, paths in groups):
        out.print("the site is today's")
    else:
        out.print("the site is stale; claims site")


def serve_command(
    root: Root = HERE,
    out: Out = None,
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1; 0 takes a free one.", min=0, max=65535)] = 8000,
) -> None:
    """Show the site at http://127.0.0.1 until it is interrupted."""
    from claimledger.site.serve import server

    folder = (out or root.resolve() / "site").resolve()
    if not (folder / "index.html").is_file():
        raise wrong_call(f"there is no site at {folder}; claims site")
    try:
        running = server(folder, port)
    except OSError as error:
        raise wrong_call(f"port {port} cannot be had ({error.strerror}); name another with --port") from None
    console().print(f"http://127.0.0.1:{running.server_port}/ shows {folder}; Ctrl-C ends it")
    sys.stdout.flush()
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        console().print("ended")
    finally:
        running.server_close()
