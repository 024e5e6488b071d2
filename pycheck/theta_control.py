"""The within-model control: θ alone is changed, and the exponent and the sink are measured again on the same passages.

θ is 10⁵ in the model; it is set to 10⁴, 3·10⁴, 10⁵, 3·10⁵ and 10⁶, everything else left as it is. Differences are paired
by passage. γ_Padé, the formula of the book, rises with θ: from 0.930 to 0.9993 over that range at length 512.
"""

import numpy as np

from claimledger.finding import Cases, Finding
from pycheck.attention_profile import Floats, Profile, profiles
from pycheck.decay_protocols import PROTOCOLS, exponent
from pycheck.llama_forward import Run
from pycheck.resampling import DRAWS, SEED, bootstrap, estimate, of_interval, sign_flips

SWEEP = (1e4, 3e4, 1e5, 3e5, 1e6)


def _at(theta: float) -> list[Profile]:
    return profiles(Run(theta=theta))


def exponent_at_a_hundredfold_theta_less(protocol: str, low: str, high: str) -> Finding:
    """γ at θ = 10⁶ less γ at θ = 10⁴, by one protocol."""
    pairs = zip(_at(SWEEP[-1]), _at(SWEEP[0]), strict=True)
    differences = [exponent(high_, protocol) - exponent(low_, protocol) for high_, low_ in pairs]
    return estimate(differences, low, high, sign_flips(differences))


def every_protocol_moves(sign: int) -> Finding:
    """By each of the twelve protocols the 95 % interval of that difference lies on one side of 0, the one of `sign`."""
    pairs = list(zip(_at(SWEEP[-1]), _at(SWEEP[0]), strict=True))
    intervals = [(name, bootstrap([exponent(a, name) - exponent(b, name) for a, b in pairs])) for name in PROTOCOLS]
    return Cases.over(intervals, lambda case: min(sign * case[1][0], sign * case[1][1]) > 0)


def smallest_step_of_the_exponent(low: str, high: str) -> Finding:
    """The least negative of the four steps of γ along the sweep; the null shuffles the five values within each passage."""
    table = np.array([[exponent(found) for found in _at(theta)] for theta in SWEEP]).T
    draw = np.random.default_rng(SEED)
    shuffled = [float(_smallest(draw.permuted(table, axis=1).mean(axis=0))) for _ in range(DRAWS // 10)]
    null = (float(np.percentile(shuffled, 2.5)), float(np.percentile(shuffled, 97.5)))
    value = float(_smallest(table.mean(axis=0)))
    return of_interval(value, bootstrap(table, _smallest), low, high, null, len(table))


def _smallest(exponents: Floats) -> Floats:
    return np.asarray(np.diff(exponents, axis=-1).max(axis=-1))


def sink_at_a_hundredfold_theta_less(low: str, high: str) -> Finding:
    """The sink at θ = 10⁶ less the sink at θ = 10⁴."""
    differences = [a.sink - b.sink for a, b in zip(_at(SWEEP[-1]), _at(SWEEP[0]), strict=True)]
    return estimate(differences, low, high, sign_flips(differences))
