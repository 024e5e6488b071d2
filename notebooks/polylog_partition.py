# ---
# jupyter:
#   jupytext:
#     text_representation: {extension: .py, format_name: percent}
# ---

# %% [markdown]
# # The polylogarithm as a partition function, and where it stops being one
#
# With a cut-off of length $\xi$ the weights $d^{-\gamma} e^{-d/\xi}$ over all distances have the normaliser
# $Z = \mathrm{Li}_\gamma(e^{-1/\xi})$ (claim `polylog-partition`). Here it is beside its two neighbours, the finite sum up to
# $N = \xi$ and $\zeta(\gamma)$, as the cut-off goes away.

# %%
from fractions import Fraction

import matplotlib.pyplot as plt
from flint import acb, arb, ctx

from pycheck.definitions import ball
from pycheck.moments_by_zeta import log_moments
from pycheck.polylog_balls import sum_is_the_polylogarithm
from pycheck.polylog_limits import zeta_has_one_sign
from pycheck.reading import borne_out

ctx.prec = 128


def soft(gamma: Fraction, xi: int) -> arb:
    """Li_γ(e^(−1/ξ)) in a ball."""
    return acb((-1 / arb(xi)).exp()).polylog(acb(ball(gamma))).real


def sharp(gamma: Fraction, size: int) -> arb:
    """Z(γ, N) in a ball."""
    return log_moments(gamma, size)[0]


# %% [markdown]
# First: the sum written out, its tail enclosed, is the polylogarithm, and so are its first two derivatives in γ.

# %%
found = sum_is_the_polylogarithm(-1, 0, [Fraction(1, 2), Fraction(1), Fraction(3, 2)], [Fraction(2), Fraction(10)])
for one in found.balls:
    assert borne_out(one), one.label
print(len(found.balls), "comparisons")

# %% [markdown]
# Then the cut-off goes away. For $\gamma > 1$ all three agree in the limit. For $\gamma \le 1$ the two sums grow without
# bound while $\zeta(\gamma)$ stays where it is, and is negative: no normaliser at all.

# %%
XI = [10**k for k in range(1, 9)]
figure, axes = plt.subplots(1, 3, figsize=(11, 3.2), sharex=True)
for axis, gamma in zip(axes, (Fraction(885, 1000), Fraction(1), Fraction(3, 2)), strict=True):
    axis.loglog(XI, [float(soft(gamma, xi)) for xi in XI], label="polylogarithm, cut-off ξ")
    axis.loglog(XI, [float(sharp(gamma, xi)) for xi in XI], "--", label="finite sum, N = ξ")
    axis.set(title=f"γ = {float(gamma):g}", xlabel="ξ")
    if gamma > 1:
        axis.axhline(float(ball(gamma).zeta()), color="grey", lw=0.8, label="ζ(γ)")
axes[0].set_ylabel("Z")
axes[2].legend()
figure.tight_layout()

# %%
low, median, high = Fraction(1, 2), Fraction(885, 1000), Fraction(3, 2)
assert ball(median).zeta() < 0
assert all(borne_out(one) for one in zeta_has_one_sign(-1, Fraction(99, 100), 990).balls)
assert abs(soft(high, 10**16) - ball(high).zeta()) < arb("1e-7")
assert soft(median, 10**8) > 50 and sharp(median, 10**8) > 50
print("ζ(0.885) =", ball(median).zeta().str(6, radius=False))

# %% [markdown]
# What is left after the growth is taken away is $\zeta(\gamma)$ again: the two sums differ by the factor
# $\Gamma(2-\gamma)$ in what grows (claim `polylog-and-sharp-cutoff`).

# %%
for gamma in (low, median):
    ratio = (soft(gamma, 10**8) - ball(gamma).zeta()) / (sharp(gamma, 10**8) - ball(gamma).zeta())
    assert abs(ratio - (2 - ball(gamma)).gamma()) < arb("1e-3")
    print(f"γ = {float(gamma):g}: ratio {ratio.str(5, radius=False)}, Γ(2−γ) = {(2 - ball(gamma)).gamma().str(5, radius=False)}")
