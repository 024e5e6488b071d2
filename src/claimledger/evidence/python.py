"""Python checks: import the function, convert its arguments, call it with given and with every control.

The same function is called for the claim and for its false variants, so that the code which accepts the one is
the code which must refute the other. Each call starts from the same seeds and precision.
"""

import importlib
import inspect
import random
import sys
import traceback
from fractions import Fraction
from pathlib import Path
from typing import Any

from claimledger import facts, target
from claimledger.judge import Finding
from claimledger.model import Evidence
from claimledger.settle import Unfit, settle

ARGUMENT_BITS = 1024


def run(root: Path, item: Evidence) -> Finding:
    """The finding of a Python target. Arguments that do not bind, and imports that fail, are errors."""
    name = str(item.target)
    module, function = name.split(":")
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    try:
        check = getattr(importlib.import_module(module), function)
        shape = target.signature(Path(sys.modules[module].__file__ or ""), function)
        bound = {n: _bind(shape, {**item.given, **v}) for n, v in [("", {}), *item.control.items()]}
    except Exception:
        return Finding(given=_raised())
    plain = {n: _with_defaults(check, values) for n, values in bound.items()}
    return Finding(
        given=_call(check, shape, bound[""]),
        controls={n: _call(check, shape, bound[n]) for n in item.control},
        equal=[n for n in item.control if plain[n] == plain[""]],
    )


def _bind(shape: target.Signature, arguments: dict[str, Any]) -> dict[str, Any]:
    return {name: target.convert(value, shape.parameters[name].annotation) for name, value in arguments.items()}


def _with_defaults(check: Any, values: dict[str, Any]) -> dict[str, Any]:
    call = inspect.signature(check).bind_partial(**values)
    call.apply_defaults()
    return dict(call.arguments)


def _call(check: Any, shape: target.Signature, arguments: dict[str, Any]) -> facts.Stored:
    _reset()
    try:
        values = {n: _balls(v) if "arb" in shape.parameters[n].annotation else v for n, v in arguments.items()}
        return settle(check(**values))
    except Unfit as error:
        return facts.Failure(outcome="error", message=str(error))
    except MemoryError:
        return facts.Failure(outcome="over-budget", message="out of memory")
    except Exception:
        return _raised()


def _balls(value: Any) -> Any:
    from flint import arb, ctx, fmpq

    if isinstance(value, list):
        return [_balls(item) for item in value]
    before, ctx.prec = ctx.prec, ARGUMENT_BITS
    try:
        return arb(fmpq(value.numerator, value.denominator)) if isinstance(value, Fraction) else arb(value)
    finally:
        ctx.prec = before


def _reset() -> None:
    """The same start for every call, whatever ran before it in this process."""
    random.seed(0)
    for name, action in (
        ("flint", lambda module: module.ctx.default()),
        ("mpmath", lambda module: setattr(module.mp, "prec", 53)),
        ("numpy", lambda module: module.random.seed(0)),
    ):
        if name in sys.modules:
            action(sys.modules[name])


def _raised() -> facts.Failure:
    kind, error, trace = sys.exc_info()
    frame = traceback.extract_tb(trace)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return facts.Failure(outcome="error", message=f"{kind.__name__ if kind else '?'} at {where}: {error}"[:400])
