"""Cutting an image into patches, flattening and projecting them, is a convolution whose stride is the patch: in symbols.

    z_(i,j),d = Σ_c Σ_u Σ_v E[d, (u, v, c)] x[iP + u, jP + v, c] + b_d

is the flattened patch (i, j) times E plus b (Dosovitskiy et al. 2021, arXiv:2010.11929, §3.1), and also the cross-correlation
of the image with the kernel E[d, ·, ·, c] read at every P-th place. Every entry of image, weights and bias is a symbol.

A class token whose query is 0 has weights 1/n on n patches, whatever the keys are, so that its output is the mean of their
values; the weights are e^(t q·k_j), and t = 0 is the query 0.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def _cross_correlation(image: list[sympy.Matrix], kernel: list[sympy.Matrix], row: int, column: int) -> sympy.Expr:
    total = sympy.Integer(0)
    for channel, window in zip(image, kernel, strict=True):
        for u in range(window.rows):
            for v in range(window.cols):
                total += channel[row + u, column + v] * window[u, v]
    return total


def patch_vectors_are_a_convolution(stride: int, side: int, patch: int, channels: int, width: int) -> Residual:
    """Patch (i, j) of the flattened and projected image is the convolution at (`stride`·i, `stride`·j)."""
    names: list[sympy.Symbol] = []

    def symbol(name: str) -> sympy.Symbol:
        names.append(sympy.Symbol(name, real=True))
        return names[-1]

    image = [sympy.Matrix(side, side, lambda i, j, c=c: symbol(f"x_{i}_{j}_{c}")) for c in range(channels)]
    weights = sympy.Matrix(patch * patch * channels, width, lambda r, d: symbol(f"E_{r}_{d}"))
    bias = [symbol(f"b_{d}") for d in range(width)]
    equations = []
    for i in range(side // patch):
        for j in range(side // patch):
            corner = (i * patch, j * patch)
            flat = [channel[corner[0] + u, corner[1] + v] for u in range(patch) for v in range(patch) for channel in image]
            projected = sympy.Matrix(1, len(flat), flat) * weights
            for d in range(width):
                kernel = [
                    sympy.Matrix(patch, patch, lambda u, v, c=c, d=d: weights[(u * patch + v) * channels + c, d])
                    for c in range(channels)
                ]
                there = _cross_correlation(image, kernel, stride * i, stride * j) + bias[d]
                equations.append(Equation(f"patch ({i}, {j}), channel {d}", projected[d] + bias[d], there))
    return Residual(tuple(equations), {name: Domain() for name in names})


def class_token_output_is_the_mean(query_scale: int, patches: int) -> Residual:
    """With query t·q, t = `query_scale`, attention over `patches` keys gives the mean of their values."""
    q = sympy.Symbol("q", real=True)
    keys = [sympy.Symbol(f"k_{j}", real=True) for j in range(patches)]
    values = [sympy.Symbol(f"v_{j}", real=True) for j in range(patches)]
    weights = [sympy.exp(query_scale * q * k) for k in keys]
    output = sum((w * v for w, v in zip(weights, values, strict=True)), sympy.Integer(0)) / sum(weights, sympy.Integer(0))
    mean = sum(values, sympy.Integer(0)) / patches
    return Residual((Equation("output", output, mean),), {s: Domain() for s in (q, *keys, *values)})
