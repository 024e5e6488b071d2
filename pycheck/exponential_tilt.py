"""What moves when a distribution is tilted: p_t ∝ w e^(t g), for any number of states, in symbols.

Write S_1 = Σ w e^(tg), S_g = Σ g w e^(tg), S_f = Σ f w e^(tg), S_fg = Σ f g w e^(tg). Differentiating finite sums term by
term,

    ∂_t S_1 = S_g,        ∂_t S_f = S_fg,        E[f] = S_f / S_1,

and after these rules the number of states is gone. It follows that

    ∂_t log p_t(k) = g_k − E[g],        ∂_t E[f] = E[fg] − E[f] E[g] = Cov(f, g).

Three places where it is met: the weights that InfoNCE's gradient puts on negatives (t = 1/τ, g the similarity; Oord et al.
2018), the policy of the KL-regularised optimum (t = 1/β, g the reward, w the reference), and guided logits u + s(c − u) (t =
s, g = c − u, w = e^u).
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

S1 = sympy.Symbol("S_1", positive=True)
SF, SG, SFG = sympy.symbols("S_f S_g S_fg", real=True)
SUMS = {S1: Domain(low=0), SF: Domain(), SG: Domain(), SFG: Domain()}
SLOPES = {S1: SG, SF: SFG}
"""∂_t of each sum."""


def _slope(expression: sympy.Expr, t: sympy.Symbol) -> sympy.Expr:
    """∂_t by the chain rule, with the rules for the sums."""
    through_sums = [after * sympy.diff(expression, total) for total, after in SLOPES.items()]
    return sympy.diff(expression, t) + sympy.Add(*through_sums)


def share_of_a_negative_moves_with_its_lead(sign: int) -> Residual:
    """∂ log share_k / ∂(1/τ) = `sign`·(s_k − Σ_j share_j s_j); the shares are those of the gradient of the loss.

    In the loss one negative k and one l are written out, R is the sum over the others, and s_+ is the positive.
    """
    cold, rest = sympy.symbols("β R", positive=True)
    s, k, other = sympy.symbols("s_p s_k s_l", real=True)
    total = sympy.exp(cold * s) + sympy.exp(cold * k) + sympy.exp(cold * other) + rest
    loss = -cold * s + sympy.log(total)
    by_k, by_other, by_positive = (sympy.diff(loss, x) for x in (k, other, s))
    by_rest = cold * rest / total
    domains = SUMS | {cold: Domain(low=0), rest: Domain(low=0), s: Domain(), k: Domain(), other: Domain()}
    equations = [
        Equation("gradients as e^(s/τ)", by_k * sympy.exp(cold * other), by_other * sympy.exp(cold * k)),
        Equation("positive against negatives", by_positive, -(by_k + by_other + by_rest)),
        Equation("log share", _slope(cold * k - sympy.log(S1), cold), sign * (k - SG / S1)),
    ]
    return Residual(tuple(equations), domains)


def mean_along_the_optimum_moves_with_the_covariance(sign: int) -> Residual:
    """∂ E_π[f] / ∂(1/β) = `sign`·Cov_π(f, r) along π ∝ ρ e^(r/β)."""
    inverse = sympy.Symbol("κ", positive=True)
    covariance = SFG / S1 - (SF / S1) * (SG / S1)
    equation = Equation("slope of the mean", _slope(SF / S1, inverse), sign * covariance)
    return Residual((equation,), SUMS | {inverse: Domain(low=0)})


def guided_log_probability_moves_with_the_lead(mean_taken_off: bool) -> Residual:
    """∂ log P_s(y) / ∂s = δ(y) − E_s[δ] with δ = c − u; without the mean where not `mean_taken_off`."""
    s, u, c = sympy.symbols("s u c", real=True)
    log_probability = u + s * (c - u) - sympy.log(S1)
    right = c - u - (SG / S1 if mean_taken_off else 0)
    return Residual((Equation("slope", _slope(log_probability, s), right),), SUMS | {s: Domain(), u: Domain(), c: Domain()})
