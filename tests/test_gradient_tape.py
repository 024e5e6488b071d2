"""Every rule of the tape agrees with central differences, and a step of Adam is the published one."""

from collections.abc import Callable

import numpy as np
import pytest

from pycheck import gradient_tape as tape
from pycheck.gradient_tape import Node

RNG = np.random.default_rng(0)


def draw(*shape: int) -> Node:
    return Node(RNG.normal(size=shape))


def attended(heads: int, masked: bool) -> Callable[..., Node]:
    return lambda q, k, v: tape.attention(q, k, v, heads, tape.causal_mask(5) if masked else None)


OPERATIONS: dict[str, tuple[Callable[..., Node], list[tuple[int, ...]]]] = {
    "add": (tape.add, [(2, 5, 4), (5, 4)]),
    "add a row": (tape.add, [(2, 5, 4), (1, 4)]),
    "times": (tape.times, [(2, 5, 4), (4,)]),
    "scaled": (lambda x: tape.scaled(x, 0.3), [(2, 4)]),
    "linear": (tape.linear, [(2, 5, 4), (4, 3)]),
    "relu": (tape.relu, [(2, 5, 4)]),
    "rows": (lambda t: tape.rows(t, np.array([[0, 2, 2], [1, 0, 2]])), [(3, 4)]),
    "layer norm": (tape.layer_norm, [(2, 5, 4)]),
    "attention": (attended(2, masked=False), [(2, 5, 4)] * 3),
    "causal attention": (attended(1, masked=True), [(2, 5, 4)] * 3),
    "mean square": (lambda x: tape.mean_square(x, np.ones((2, 4))), [(2, 4)]),
    "cross entropy": (lambda x: tape.cross_entropy(x, np.array([[0, 2], [1, 1]]), np.array([[1.0, 0], [2, 1]])), [(2, 2, 3)]),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_each_rule_agrees_with_central_differences(name: str) -> None:
    operation, shapes = OPERATIONS[name]
    inputs = [draw(*shape) for shape in shapes]
    weights = RNG.normal(size=operation(*inputs).value.shape)

    def loss() -> Node:
        out = operation(*inputs)
        return Node(np.asarray((out.value * weights).sum()), (out,), lambda g: (g * weights,))

    for node, gradient in zip(inputs, tape.gradients(loss(), inputs), strict=True):
        for place in np.ndindex(node.value.shape):
            kept, ends = node.value[place], []
            for step in (1e-5, -1e-5):
                node.value[place] = kept + step
                ends.append(float(loss().value))
            node.value[place] = kept
            assert abs((ends[0] - ends[1]) / 2e-5 - gradient[place]) < 1e-6


def test_a_node_that_is_used_twice_gets_both_gradients() -> None:
    x = draw(3)
    end = tape.mean_square(tape.add(tape.times(x, x), x), np.zeros(3))
    expected = 2 * (x.value**2 + x.value) * (2 * x.value + 1) / 3
    assert np.allclose(tape.gradients(end, [x])[0], expected)


def test_the_first_step_of_adam_is_the_rate_against_the_sign_and_decay_acts_on_the_weight() -> None:
    w = Node(np.array([2.0, -3.0]))
    tape.Adam([w], decay=0.5).step(tape.mean_square(w, np.zeros(2)), 0.1)
    assert np.allclose(w.value, [2 - 0.1 * (1 + 1.0), -3 - 0.1 * (-1 - 1.5)])
