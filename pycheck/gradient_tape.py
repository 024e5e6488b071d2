"""Gradients of small networks in NumPy: a tape of the few operations that the training runs are made of.

A `Node` holds an array, the nodes that it was made from, and the rule that hands its gradient on to them (the chain rule, one
operation at a time). `gradients` walks the tape backwards from a scalar. Every rule is compared with central differences in
tests/test_gradient_tape.py. Shapes: b sequences (or none), n places, widths d and e.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Rule = Callable[[Floats], tuple[Floats, ...]]


class Node:
    """An array on the tape. `rule` maps the gradient of the end with respect to it to those with respect to its parents."""

    __slots__ = ("gradient", "parents", "rule", "value")

    def __init__(self, value: Floats, parents: tuple["Node", ...] = (), rule: Rule | None = None) -> None:
        self.value = value
        self.parents = parents
        self.rule = rule
        self.gradient: Floats | None = None


def gradients(end: Node, weights: Sequence[Node]) -> list[Floats]:
    """The gradient of the scalar `end` with respect to each of the weights; zeros where it does not depend on one."""
    order: list[Node] = []
    seen: set[int] = set()
    stack = [(end, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            stack.append((node, True))
            stack.extend((parent, False) for parent in node.parents)
    for node in order:
        node.gradient = None
    end.gradient = np.ones_like(end.value)
    for node in reversed(order):
        if node.rule is None or node.gradient is None:
            continue
        for parent, part in zip(node.parents, node.rule(node.gradient), strict=True):
            parent.gradient = part if parent.gradient is None else parent.gradient + part
    return [np.zeros_like(w.value) if w.gradient is None else w.gradient for w in weights]


def _folded(gradient: Floats, shape: tuple[int, ...]) -> Floats:
    """A gradient summed over the axes along which an array of that shape was repeated."""
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1 and gradient.shape[axis] != 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient


def add(x: Node, y: Node) -> Node:
    """x + y, with NumPy's repetition of shorter shapes."""
    return Node(x.value + y.value, (x, y), lambda g: (_folded(g, x.value.shape), _folded(g, y.value.shape)))


def scaled(x: Node, factor: float) -> Node:
    """A number times x."""
    return Node(x.value * factor, (x,), lambda g: (g * factor,))


def times(x: Node, y: Node) -> Node:
    """x · y, entry by entry, with NumPy's repetition of shorter shapes."""
    return Node(
        x.value * y.value,
        (x, y),
        lambda g: (_folded(g * y.value, x.value.shape), _folded(g * x.value, y.value.shape)),
    )


def linear(x: Node, w: Node) -> Node:
    """x (…, d) times w (d, e)."""
    d, e = w.value.shape
    flat = x.value.reshape(-1, d)

    def rule(g: Floats) -> tuple[Floats, ...]:
        rows = g.reshape(-1, e)
        return (rows @ w.value.T).reshape(x.value.shape), flat.T @ rows

    return Node((flat @ w.value).reshape(*x.value.shape[:-1], e), (x, w), rule)


def relu(x: Node) -> Node:
    """max(x, 0)."""
    on = x.value > 0
    return Node(x.value * on, (x,), lambda g: (g * on,))


def rows(table: Node, which: Integers) -> Node:
    """The rows of a table (v, d) that an array of indices names."""

    def rule(g: Floats) -> tuple[Floats, ...]:
        onto = np.zeros_like(table.value)
        np.add.at(onto, which.ravel(), g.reshape(-1, table.value.shape[1]))
        return (onto,)

    return Node(table.value[which], (table,), rule)


def layer_norm(x: Node) -> Node:
    """x less its mean over the last axis, over its standard deviation there; no gain, no bias, ε = 10⁻⁵."""
    centred = x.value - x.value.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-5)
    out = centred / spread

    def rule(g: Floats) -> tuple[Floats, ...]:
        return ((g - g.mean(axis=-1, keepdims=True) - out * (g * out).mean(axis=-1, keepdims=True)) / spread,)

    return Node(out, (x,), rule)


def softmax(scores: Floats) -> Floats:
    """exp(scores) over its sum along the last axis."""
    raised: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return weights


def attention(q: Node, k: Node, v: Node, heads: int, mask: Floats | None) -> Node:
    """Softmax attention of `heads` heads on (b, n, d): scores over √(d/heads), plus the mask (n, n) of 0 and −∞."""
    b, n, d = q.value.shape
    scale = (heads / d) ** 0.5

    def split(x: Floats) -> Floats:
        return x.reshape(b, -1, heads, d // heads).transpose(0, 2, 1, 3)

    def join(x: Floats) -> Floats:
        return x.transpose(0, 2, 1, 3).reshape(b, n, d)

    qs, ks, vs = split(q.value), split(k.value), split(v.value)
    scores = (qs @ ks.swapaxes(-1, -2)) * scale
    weights = softmax(scores if mask is None else scores + mask)

    def rule(g: Floats) -> tuple[Floats, ...]:
        gs = split(g)
        by_weight = gs @ vs.swapaxes(-1, -2)
        by_score = weights * (by_weight - (by_weight * weights).sum(axis=-1, keepdims=True)) * scale
        return join(by_score @ ks), join(by_score.swapaxes(-1, -2) @ qs), join(weights.swapaxes(-1, -2) @ gs)

    return Node(join(weights @ vs), (q, k, v), rule)


def causal_mask(places: int) -> Floats:
    """0 on and below the diagonal, −∞ above it."""
    return np.where(np.tri(places, dtype=bool), 0.0, -np.inf)


def cross_entropy(logits: Node, targets: Integers, counts: Floats) -> Node:
    """The mean of −log softmax(logits)[target], each weighted by `counts` (the shape of the targets)."""
    probabilities = softmax(logits.value)
    picked = np.take_along_axis(probabilities, targets[..., None], axis=-1)[..., 0]
    total = counts.sum()
    loss = -(np.log(np.maximum(picked, 1e-300)) * counts).sum() / total

    def rule(g: Floats) -> tuple[Floats, ...]:
        by_logit = probabilities.copy()
        np.put_along_axis(by_logit, targets[..., None], picked[..., None] - 1, axis=-1)
        return (by_logit * (counts / total)[..., None] * g,)

    return Node(np.asarray(loss), (logits,), rule)


def mean_square(x: Node, target: Floats) -> Node:
    """The mean of (x − target)² over all entries."""
    gap = x.value - target
    return Node(np.asarray((gap**2).mean()), (x,), lambda g: (g * 2 * gap / gap.size,))


class Adam:
    """Adam with decoupled weight decay: w ← w − rate·(m̂/(√v̂ + 10⁻⁸) + decay·w)."""

    def __init__(self, weights: Sequence[Node], *, decay: float = 0.0, betas: tuple[float, float] = (0.9, 0.99)) -> None:
        self.weights = weights
        self.decay = decay
        self.betas = betas
        self.steps = 0
        self.first = [np.zeros_like(w.value) for w in weights]
        self.second = [np.zeros_like(w.value) for w in weights]

    def step(self, loss: Node, rate: float) -> None:
        """One step down the gradient of `loss`."""
        self.steps += 1
        one, two = self.betas
        for w, g, m, s in zip(self.weights, gradients(loss, self.weights), self.first, self.second, strict=True):
            m += (1 - one) * (g - m)
            s += (1 - two) * (g * g - s)
            move = m / (1 - one**self.steps) / (np.sqrt(s / (1 - two**self.steps)) + 1e-8)
            w.value = w.value - rate * (move + self.decay * w.value)
