"""The softmax against drawn distributions: its free energy is the smaller one.

F(q) = ⟨E⟩_q − s τ S(q) with s = 1, on 1 to 8 states, energies in tenths up to 5, temperatures from 1/5 to 10. Each drawn
distribution q, zeros among its entries, is tried as it is, and a tenth and a thousandth of the way from the softmax to it;
and so is all mass on one state, for each state. Where an entry differs by more than 1/1000 the free energy has to be larger by
more than rounding, for F(q) − F(p) = τ D(q‖p) is then at least 2·10⁻⁶ τ. Binary64.

With the sign reversed all mass on the lowest state beats the softmax, unless the two are nearly the same: at low
temperature, or on one state, where there is one distribution only.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import simplex

MOST_STATES = 8
ROUNDING = 1e-9
DIFFERENT = 1e-3
Case = tuple[list[float], float, simplex.Weights]


def _softmax(energies: list[float], temperature: float) -> list[float]:
    least = min(energies)
    return simplex.normalised([math.exp((least - e) / temperature) for e in energies])


def softmax_has_the_least_free_energy(sign: int, examples: int = 300) -> Cases:
    """F(q) ≥ F(softmax) with F = ⟨E⟩ − `sign`·τ S, for drawn E, τ and q; no tie where they differ."""

    def holds(case: Case) -> bool:
        energies, temperature, weights = case
        p, far = _softmax(energies, temperature), simplex.normalised(weights)
        near = [simplex.between(p, far, share) for share in (0.1, 0.001)]

        def free_energy(q: list[float]) -> float:
            return simplex.mean(q, energies) - sign * temperature * simplex.entropy(q)

        corners = [[float(i == state) for i in range(len(p))] for state in range(len(p))]
        gains = [(free_energy(q) - free_energy(p), simplex.distance(p, q)) for q in (far, *near, *corners)]
        return all(gain > (ROUNDING if distance > DIFFERENT else -ROUNDING) for gain, distance in gains)

    temperatures = st.sampled_from([0.2, 0.5, 1.0, 2.0, 10.0])
    cases = st.integers(1, MOST_STATES).flatmap(lambda n: st.tuples(simplex.tenths(n, 5), temperatures, simplex.weights(n)))
    return Cases.search(cases, holds, examples=examples)
