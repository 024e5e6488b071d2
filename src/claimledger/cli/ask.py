"""What a verb lacks is asked for on a terminal; elsewhere its absence is a fault that names the option."""

import sys

import typer

from claimledger.cli.common import wrong_call


def ask(option: str, what: str) -> str:
    """The value of an option that was not given. Raises Faults where nobody can be asked."""
    if not sys.stdin.isatty():
        raise wrong_call(f"--{option} is missing; give {what}")
    return str(typer.prompt(f"{option} ({what})"))


def offer(option: str, what: str) -> str:
    """The value of an option that may be left out: asked for on a terminal, "" elsewhere."""
    return str(typer.prompt(f"{option} ({what})", default="", show_default=False)) if sys.stdin.isatty() else ""


def choice(option: str, values: list[str]) -> str:
    """One of the values."""
    given = ask(option, " or ".join(values))
    if given not in values:
        raise wrong_call(f"{option} {given!r} is none of {', '.join(values)}; choose one")
    return given
