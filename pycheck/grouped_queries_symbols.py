"""Grouped-query attention in symbols: cache and products of one layer, G groups of q query heads of width d, n tokens.

H = qG heads with keys of their own would keep 2·qG·n·d numbers, G groups keep 2·G·n·d. Scores: each group's keys meet the q
queries of that group, G·(q·n²·d) products, as many as H heads make, H·n²·d. The
projections that make keys and values have d_model·2·G·d weights and shrink with G; they are not n² work.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

G, Q, N, D = sympy.symbols("G q n d", positive=True)
DOMAINS = {symbol: Domain(low=0) for symbol in (G, Q, N, D)}


def sharing_divides_the_cache_and_the_products_by(cache: str, products: str) -> Residual:
    """Against G = H, the cache and the score products are divided by q (`shared`) or stay (`same`)."""

    heads = Q * G

    def stored(keys: sympy.Expr) -> sympy.Expr:
        return 2 * keys * N * D

    def made(keys: sympy.Expr, queries_of_each: sympy.Expr) -> sympy.Expr:
        return keys * (queries_of_each * N**2 * D)

    factor = {"same": sympy.Integer(1), "shared": Q}
    equations = (
        Equation("cache", stored(G) * factor[cache], stored(heads)),
        Equation("products", made(G, Q) * factor[products], made(heads, sympy.Integer(1))),
    )
    return Residual(equations, DOMAINS)
