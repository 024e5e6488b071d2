"""Two ways to stretch RoPE fourfold without training, inside the length the model was trained to.

Position interpolation divides every position by 4; NTK-aware scaling multiplies θ by 4^(64/62), which slows the slowest
pair fourfold and leaves the fastest as it is. What either takes from short text is mean −log p in nats over the first
512 tokens, less that of the model unchanged.
"""

import numpy as np

from claimledger.finding import Finding
from pycheck.attention_profile import Floats, mean_losses
from pycheck.llama_forward import Run
from pycheck.resampling import estimate, sign_flips
from pycheck.smollm2 import HEAD_SIZE, THETA

FACTOR = 4.0


def _cost(run: Run) -> Floats:
    return np.asarray(np.array(mean_losses(run)) - np.array(mean_losses()))


def interpolation_costs(low: str, high: str) -> Finding:
    """Loss with every position divided by 4, less that of the model unchanged."""
    differences = _cost(Run(stretch=FACTOR))
    return estimate(differences, low, high, sign_flips(differences))


def ntk_scaling_costs(low: str, high: str) -> Finding:
    """Loss with θ·4^(64/62), less that of the model unchanged."""
    differences = _cost(Run(theta=THETA * FACTOR ** (HEAD_SIZE / (HEAD_SIZE - 2))))
    return estimate(differences, low, high, sign_flips(differences))
