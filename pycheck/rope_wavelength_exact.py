"""The slowest wavelength where it is a whole number of the fastest: θ = b^(d_h/2), in integers.

With P = d_h/2 pairs and θ = b^P the wavelengths are λ_i = 2π b^i, i = 0, …, P − 1: in units of λ_0 = 2π, integers. The
largest is b^(P−1) = θ^(1−2/d_h), and 2πθ would be b^P. Nothing is rounded. d_h = 2 is among the cases, where the only
wavelength is 2π itself.
"""

from claimledger.finding import Exhausted


def largest_wavelength_is_two_pi_theta_to_one_less_c_over_width(c: int, last_root: int, last_pairs: int) -> Exhausted:
    """max λ_i/2π = θ^(1 − `c`/d_h) with θ = b^(d_h/2), for 2 ≤ b ≤ `last_root`, 1 ≤ d_h/2 ≤ `last_pairs` and c even."""
    if c % 2:
        raise ValueError(f"c = {c}: θ^(c/d_h) is a power of b for even c only")

    def holds(case: tuple[int, int]) -> bool:
        root, pairs = case
        turns = [1]
        for _ in range(pairs - 1):
            turns.append(turns[-1] * root)
        return max(turns) * root ** (c // 2) == root**pairs and all(turn < root**pairs for turn in turns)

    cases = [(root, pairs) for root in range(2, last_root + 1) for pairs in range(1, last_pairs + 1)]
    return Exhausted.over(f"2 ≤ b ≤ {last_root}, 1 ≤ d_h/2 ≤ {last_pairs}", (last_root - 1) * last_pairs, cases, holds)
