"""The forward pass of a Llama model in NumPy, float32, with every attention map shown to an observer.

x ← x + W_o·Attention(RMSNorm(x)), then x ← x + W_down·(silu(W_gate·y) ⊙ W_up·y) with y = RMSNorm(x), layer by layer; the
logits are RMSNorm(x) times the embedding, transposed. Query heads 3g, 3g+1, 3g+2 share key head g. RoPE turns pair p of a
head by the angle m·θ^(-2p/64) at position m. The GGUF file orders the rows of W_q and W_k so that pair p is the
neighbours (2p, 2p+1); read as the halves (p, p+32), the order of other files, they are the wrong pairs.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pycheck.smollm2 import HEAD_SIZE, HEADS, KEY_HEADS, LAYERS, NORM_EPSILON, THETA, Array, tensors

Tokens = NDArray[np.int64]
Mask = NDArray[np.bool_]
Observer = Callable[[int, Array], None]
"""Called with the number of the layer and its attention maps: heads by queries by keys, each row summing to 1."""

PAIRS = HEAD_SIZE // 2
HIDDEN = np.float32(-1e30)


@dataclass(frozen=True, slots=True)
class Run:
    """What is changed in the model before it runs; the defaults change nothing.

    `theta` is the RoPE base and `stretch` divides every position. `order` is `neighbours`, as the file has it; `halves`
    is the wrong reading of the file; `sorted halves` reorders the rows of q and k first, which makes halves right again.
    `window` keys are seen before a query is cut off, but for the first `kept`; `hidden` is a key that no later query sees.
    """

    theta: float = THETA
    stretch: float = 1.0
    order: str = "neighbours"
    window: int | None = None
    kept: int = 0
    hidden: int | None = None


UNCHANGED = Run()


def forward(tokens: Tokens, run: Run = UNCHANGED, observe: Observer | None = None) -> Array:
    """The normalised last layer, positions by width."""
    weights = tensors()
    x = weights["token_embd.weight"][tokens]
    turn, seen = _angles(len(tokens), run), _seen(len(tokens), run)
    for layer in range(LAYERS):
        block = f"blk.{layer}."
        y = _normalised(x, weights[block + "attn_norm.weight"])
        maps, values = _attention(y, block, turn, seen, run.order)
        if observe is not None:
            observe(layer, maps)
        grouped = maps.reshape(KEY_HEADS, -1, len(tokens)) @ values
        mixed = grouped.reshape(HEADS, len(tokens), HEAD_SIZE).transpose(1, 0, 2).reshape(len(tokens), -1)
        x += mixed @ weights[block + "attn_output.weight"].T
        y = _normalised(x, weights[block + "ffn_norm.weight"])
        gate = y @ weights[block + "ffn_gate.weight"].T
        gate *= (y @ weights[block + "ffn_up.weight"].T) / (1 + np.exp(-gate))
        x += gate @ weights[block + "ffn_down.weight"].T
    return _normalised(x, weights["output_norm.weight"])


def losses(tokens: Tokens, run: Run = UNCHANGED, observe: Observer | None = None) -> NDArray[np.float64]:
    """−log p of each token from the second on, given all before it, in nats."""
    hidden = forward(tokens, run, observe)[:-1]
    logits = hidden @ tensors()["token_embd.weight"].T
    top = logits.max(axis=1)
    total = np.exp(logits - top[:, None]).sum(axis=1, dtype=np.float64)
    return np.asarray(top + np.log(total) - logits[np.arange(len(hidden)), tokens[1:]], dtype=np.float64)


def _normalised(x: Array, weight: Array) -> Array:
    return np.asarray(x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + np.float32(NORM_EPSILON)) * weight)


def _attention(y: Array, block: str, turn: tuple[Array, Array], seen: Mask, order: str) -> tuple[Array, Array]:
    """The maps of all heads, and the values by key head."""
    weights = tensors()
    q, k, v = (_heads(y @ weights[f"{block}attn_{name}.weight"].T) for name in "qkv")
    q, k = _turned(q, turn, order), _turned(k, turn, order)
    scores = q.reshape(KEY_HEADS, -1, HEAD_SIZE) @ k.transpose(0, 2, 1)
    scores = scores.reshape(HEADS, len(y), len(y)) * np.float32(HEAD_SIZE**-0.5)
    scores = np.where(seen, scores, HIDDEN)
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores, v


def _heads(rows: Array) -> Array:
    return rows.reshape(len(rows), -1, HEAD_SIZE).transpose(1, 0, 2)


def _angles(length: int, run: Run) -> tuple[Array, Array]:
    """Cosine and sine of every position's angle in every pair, positions by pairs."""
    angle = np.outer(np.arange(length) / run.stretch, run.theta ** (-np.arange(PAIRS) / PAIRS))
    return np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)


def _turned(rows: Array, turn: tuple[Array, Array], order: str) -> Array:
    """Each pair of each head turned by its angle."""
    if order == "sorted halves":
        rows = np.concatenate([rows[..., 0::2], rows[..., 1::2]], axis=-1)
    if order == "neighbours":
        first, second = rows[..., 0::2], rows[..., 1::2]
    elif order in ("halves", "sorted halves"):
        first, second = rows[..., :PAIRS], rows[..., PAIRS:]
    else:
        raise ValueError(f"no such order of pairs: {order}")
    cos, sin = turn
    # the scores do not depend on the order of a head's rows, as long as queries and keys share it
    return np.concatenate([first * cos - second * sin, first * sin + second * cos], axis=-1)


def _seen(length: int, run: Run) -> Mask:
    """Which keys each query sees, queries by keys."""
    query, key = np.arange(length)[:, None], np.arange(length)[None, :]
    seen = key <= query
    if run.window is not None:
        seen &= (query - key < run.window) | (key < run.kept)
    if run.hidden is not None:
        seen &= (key != run.hidden) | (query == key)
    return seen
