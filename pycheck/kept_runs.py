"""What a run of the model gave, kept beside the model so that each run is made once and not once a measurement.

A kept array is named by a digest of the files that made it (forward pass, tokens, passages, sums) and of what was asked, and
lies in the model's folder, outside the repository: an edit of any of these files, another model or another NumPy asks anew.
It is trusted as the local cache of results is; `rm -r` of the folder `runs` beside the model forgets it.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pycheck import smollm2

Floats = NDArray[np.float64]
MADE_OF = ("attention_profile.py", "llama_forward.py", "passages.py", "smollm2.py", "smollm2_tokens.py", "kept_runs.py")


@cache
def _sources() -> str:
    here = Path(__file__).parent
    return "".join(smollm2.digest(here / name) for name in MADE_OF) + smollm2.SHA256 + np.__version__


def kept(asked: str, make: Callable[[], dict[str, Floats]]) -> dict[str, Floats]:
    """The arrays of a run, from the folder where they are there, else made and laid there whole; float32 either way."""
    path = smollm2.folder() / "runs" / f"{hashlib.sha256((_sources() + asked).encode()).hexdigest()}.npz"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        found = {name: np.asarray(array, dtype=np.float32) for name, array in make().items()}
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            np.savez(part, **found)  # type: ignore[arg-type]
        os.replace(part.name, path)  # noqa: PTH105 - a name, not a path
    with np.load(path) as stored:
        return {name: np.asarray(stored[name], dtype=np.float64) for name in stored.files}
