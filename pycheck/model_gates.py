"""Whether the forward pass is SmolLM2's: what it makes of prose, and of prose with its rotary pairs taken wrongly.

Perplexity is exp of the mean −log p over tokens; that of several passages is exp of the mean over passages. A wrong
layout, mask, rotation or tokenizer leaves a model that runs and attends and says nothing about the real one; it shows
here. Shuffled tokens are the null of the one, and of the other the same rotation written in another layout.
"""

import numpy as np

from claimledger.finding import Finding
from pycheck.attention_profile import Floats, mean_losses
from pycheck.llama_forward import Run
from pycheck.resampling import bootstrap, of_interval


def _of_mean(values: Floats) -> tuple[float, tuple[float, float]]:
    return float(np.exp(values.mean())), bootstrap(values, np.exp)


def perplexity_of_the_passages(low: str, high: str) -> Finding:
    """Perplexity on the first 512 tokens of the twelve passages; the null is the same tokens shuffled."""
    value, interval = _of_mean(np.array(mean_losses()))
    _, null = _of_mean(np.array(mean_losses(kind="shuffled")))
    return of_interval(value, interval, low, high, null, 12)


def wrong_pairs_multiply_perplexity_by(low: str, high: str) -> Finding:
    """Perplexity with rotary pairs read as halves, over the right one; the null sorts the rows first (three passages)."""
    right = np.array(mean_losses())
    value, interval = _of_mean(np.array(mean_losses(Run(order="halves"))) - right)
    _, null = _of_mean(np.array(mean_losses(Run(order="sorted halves"), count=3)) - right[:3])
    return of_interval(value, interval, low, high, null, 12)
