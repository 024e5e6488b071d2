"""Tiny ledgers for tests: a root with claims.yaml and a package of checks, and a way to run `claims` on it.

Every check of CHECKS leaves its name in a file beside the root when it is called, so that a test can see what ran.
"""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import yaml

from claimledger.cli import main
from claimledger.registry.load import Loaded, load
from claimledger.verify.fingerprint import Fingerprints

COMMAND = str(Path(sys.executable).parent / "claims")

CHECKS = '''"""Checks of tiny ledgers."""

import random
import time
from fractions import Fraction
from pathlib import Path

import sympy
from flint import arb
from hypothesis import strategies

from claimledger.finding import Absent, Ball, Cases, Domain, Enclosure, Equation, Estimate, Exhausted, Residual


def _note(name: str) -> None:
    with Path("../ran").open("a") as file:
        file.write(name + "\\n")


def adds_up(total: int, n: int = 4) -> Exhausted:
    """1 + ... + n is `total`."""
    _note(f"adds_up_{n}")
    return Exhausted.over(f"n = {n}", 1, [n], lambda n: n * (n + 1) // 2 == total)


def root_of_two(power: Fraction) -> Enclosure:
    """2 ** `power` is the square root of 2."""
    _note("root_of_two")
    return Enclosure((Ball("root", arb(2).log() * arb(power.numerator) / power.denominator, arb(2).log() / 2, bits=30),))


def square(middle: int) -> Residual:
    """(x + 1)^2 = x^2 + `middle` x + 1."""
    _note("square")
    x = sympy.Symbol("x")
    return Residual((Equation("square", (x + 1) ** 2, x**2 + middle * x + 1),), {x: Domain()})


def commutes(shift: int) -> Cases:
    """a + b = b + a + `shift`."""
    _note("commutes")
    pairs = strategies.tuples(strategies.integers(), strategies.integers())
    return Cases.search(pairs, lambda pair: pair[0] + pair[1] == pair[1] + pair[0] + shift, examples=20)


def mean(low: str, high: str) -> Estimate:
    """The mean of a fair draw lies between `low` and `high`."""
    _note("mean")
    value = sum(random.random() for _ in range(1000)) / 1000
    return Estimate(f"{value:.6f}", (f"{value - 0.03:.6f}", f"{value + 0.03:.6f}"), (low, high), ("0.9", "0.95"), 1000, seed=0)


def raises(total: int) -> Exhausted:
    """Never returns."""
    _note("raises")
    raise ValueError("no luck")


def absent(total: int) -> Exhausted:
    """Reads what is not here."""
    _note("absent")
    raise Absent("data absent; make data")


def sleeps(seconds: int) -> Cases:
    """Takes its time."""
    _note("sleeps")
    time.sleep(seconds)
    return Cases(1, 1, 0, None)
'''


class _Plain(yaml.SafeDumper):
    """Writes the same mapping twice out, for aliases are not allowed."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def plain_yaml(document: Any) -> str:
    """A document as YAML that the registry's reader takes."""
    return yaml.dump(document, Dumper=_Plain, sort_keys=False, allow_unicode=True)


def evidence(id: str = "count", **fields: Any) -> dict[str, Any]:
    """Evidence by `adds_up` that passes, with one control that it refutes."""
    base = {"id": id, "by": "exact", "target": "checks.small:adds_up", "given": {"total": 10}}
    return {**base, "control": {"eleven": {"total": 11}}, "shows": "The sum is counted.", **fields}


def claim(id: str = "four", *items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An arithmetic claim of one instance that is tagged verified; without `items`, one piece of evidence that passes."""
    base = {
        "id": id,
        "title": "The sum to four",
        "statement": "1 + 2 + 3 + 4 = 10",
        "where": [{"source": "book", "section": "1"}],
    }
    tags = {"kind": "arithmetic", "quantifier": "instance", "status": "verified", "source_says": "verified"}
    return {**base, **tags, "evidence": list(items) or [evidence()], **fields}


def open_claim(id: str, *items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A claim that is tagged open; without `items`, with no evidence."""
    return {**claim(id, **fields), "status": "open", "settles": "a proof", **fields, "evidence": list(items)}


def erratum(claim: str, id: str = "E-0001", **fields: Any) -> dict[str, Any]:
    """A candidate against the tiny book, refuted by the control of `evidence`."""
    where = [{"source": "book", "section": "1", "edition": "first"}]
    words = {"printed": "It is 11.", "correct": "It is 10.", "grade": "major", "status": "candidate", "reason": "Counted."}
    history = [{"date": "2026-01-02", "status": "candidate", "note": "Counted again."}]
    links = {"refuted_by": f"{claim}/count#eleven", "earned_by": claim}
    return {"id": id, "claim": claim, "where": where, **words, "found_by": "a test", "history": history, **links, **fields}


ROOT_OF_TWO = evidence(
    "ball", by="flint", target="checks.small:root_of_two", given={"power": "1/2"}, control={"third": {"power": "1/3"}}
)
SQUARE = evidence("square", by="sympy", target="checks.small:square", given={"middle": 2}, control={"three": {"middle": 3}})
COMMUTES = evidence("cases", by="hypothesis", target="checks.small:commutes", given={"shift": 0}, control={"one": {"shift": 1}})
MEAN = evidence(
    "mean",
    by="simulation",
    target="checks.small:mean",
    given={"low": "0.4", "high": "0.6"},
    control={"half": {"low": "0.1", "high": "0.2"}},
)
RAISES = evidence("raises", target="checks.small:raises")


def sleeps(seconds: int, budget: int, id: str = "sleeps") -> dict[str, Any]:
    """Evidence that sleeps, with a budget in seconds."""
    fields = {"given": {"seconds": seconds}, "control": {"no": {"seconds": 0}}, "budget": {"seconds": budget}}
    return evidence(id, by="hypothesis", target="checks.small:sleeps", **fields)


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def codes(self) -> list[str]:
        """The codes of the problems, as `--json` prints them."""
        return [problem["code"] for problem in self.json["problems"]]


class Tiny:
    """A root folder under construction."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.module("__init__", "")
        self.module("small", CHECKS)

    def module(self, name: str, text: str) -> Path:
        """Write a module of the package `checks`."""
        path = self.root / "checks" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def write(self, *claims: dict[str, Any], errata: list[dict[str, Any]] | None = None, **top: Any) -> "Tiny":
        """Write claims.yaml, and errata.yaml where there are errata."""
        source = {"title": "The book", "locator": "isbn:1", "edition": "first"}
        base = {"sources": {"book": source}, "packages": ["checks"], "definitions": ["checks"], "claims": list(claims)}
        self.yaml.write_text(plain_yaml({**base, **top}), encoding="utf-8")
        if errata is not None:
            (self.root / "errata.yaml").write_text(plain_yaml({"errata": errata}), encoding="utf-8")
        return self

    @property
    def yaml(self) -> Path:
        return self.root / "claims.yaml"

    def edit(self, old: str, new: str, file: str = "claims.yaml") -> None:
        """Replace a text that has to be there."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        (self.root / file).write_text(text.replace(old, new), encoding="utf-8")

    def load(self) -> Loaded:
        """The registry, read anew."""
        return load(self.root)

    def prints(self) -> dict[str, str]:
        """The fingerprint of every piece of evidence, by claim/evidence."""
        loaded = self.load()
        prints = Fingerprints(self.root, loaded)
        return {f"{c.id}/{e.id}": prints.of(c, e) for c, e in loaded.evidence()}

    def claims(self, *arguments: str) -> Ran:
        """Run `claims` on this root, in this process."""
        out, err, code = io.StringIO(), io.StringIO(), 0
        argv = ["claims", *arguments, "--root", str(self.root)]
        with patch.object(sys, "argv", argv), redirect_stdout(out), redirect_stderr(err):
            try:
                main()
            except SystemExit as stop:
                code = int(stop.code or 0)
        return Ran(code, out.getvalue(), err.getvalue())

    def command(self, *arguments: str, **environment: str) -> Ran:
        """Run `claims` on this root as a command of its own."""
        argv = [COMMAND, *arguments, "--root", str(self.root)]
        done = subprocess.run(argv, capture_output=True, text=True, check=False, env={**os.environ, **environment}, timeout=60)
        return Ran(done.returncode, done.stdout, done.stderr)

    def runs(self) -> list[str]:
        """The checks that were called since the last time this was asked."""
        path = self.root.parent / "ran"
        names = sorted(set(path.read_text().split())) if path.exists() else []
        path.unlink(missing_ok=True)
        return names

    def files(self, folder: str = "receipts") -> dict[str, bytes]:
        """The bytes of every file below a folder, by relative path."""
        paths = [path for path in (self.root / folder).rglob("*") if path.is_file()]
        return {str(path.relative_to(self.root / folder)): path.read_bytes() for path in paths}

    def receipt(self, slug: str = "four") -> dict[str, Any]:
        """The receipts of a claim, as JSON."""
        found: dict[str, Any] = json.loads((self.root / "receipts" / f"{slug}.json").read_bytes())["evidence"]
        return found
