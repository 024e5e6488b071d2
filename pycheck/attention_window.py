"""A sliding window over the keys, with and without the first ones kept.

Each query sees 128 keys: the last 128, or the first 4 and the last 124 (the recipe of StreamingLLM, arXiv 2309.17453,
with positions left as they are). Losses are mean −log p in nats over tokens 257 to 512, where either has cut off more
than half of what came before.
"""

import numpy as np

from claimledger.finding import Finding
from pycheck.attention_profile import Floats, mean_losses
from pycheck.llama_forward import UNCHANGED, Run
from pycheck.resampling import estimate, sign_flips

WIDTH, KEPT = 128, 4
RECENT = Run(window=WIDTH)
RECENT_AND_FIRST = Run(window=WIDTH - KEPT, kept=KEPT)


def _losses(run: Run) -> Floats:
    return np.array(mean_losses(run, skipped=255))


def dropping_the_first_keys_costs(low: str, high: str) -> Finding:
    """Loss with the last 128 keys less that with the first 4 and the last 124."""
    differences = _losses(RECENT) - _losses(RECENT_AND_FIRST)
    return estimate(differences, low, high, sign_flips(differences))


def a_window_with_the_first_keys_costs(low: str, high: str) -> Finding:
    """Loss with the first 4 and the last 124 keys less that with all."""
    differences = _losses(RECENT_AND_FIRST) - _losses(UNCHANGED)
    return estimate(differences, low, high, sign_flips(differences))
