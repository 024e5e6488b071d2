"""Bytes of a training run with Adam in mixed precision, full and with LoRA, counted from shapes.

Per trained parameter: 2 bytes of weight and 2 of gradient in 16 bits, and 4 each of weight copy, first and second moment in
32 (Rajbhandari et al. 2019, section 3). A frozen parameter takes its 2 bytes. Shapes of LLaMA-7B (Touvron et al. 2023):
width 4096, 32 layers, inner width 11,008, vocabulary 32,000, separate output matrix. LoRA of rank r on the query and value
projections adds 2·2·r·4096 numbers a layer. For activations the same work estimates 12 · width · batch · length · layers
numbers of 16 bits.
"""

from claimledger.finding import Ball, Enclosure

WEIGHT, GRADIENT, COPY, MOMENTS = 2, 2, 4, 8
TRAINED = WEIGHT + GRADIENT + COPY + MOMENTS
WIDTH, LAYERS, INNER, VOCABULARY = 4096, 32, 11008, 32000


def _base() -> int:
    layer = 4 * WIDTH * WIDTH + 3 * WIDTH * INNER + 2 * WIDTH
    return 2 * VOCABULARY * WIDTH + LAYERS * layer + WIDTH


def bytes_of_llama_7b(rank: int, base: int, adapters: int, full: int, lora: int, states_over_weights: int) -> Enclosure:
    """Parameters and bytes of weights, gradients and optimiser, full and with LoRA of this rank on queries and values."""
    added = LAYERS * 2 * 2 * rank * WIDTH
    balls = (
        Ball("parameters", _base(), target=base),
        Ball("LoRA parameters", added, target=adapters),
        Ball("bytes, full", TRAINED * _base(), target=full),
        Ball("bytes, LoRA", WEIGHT * _base() + TRAINED * added, target=lora),
        Ball("states over 16-bit weights", (TRAINED - WEIGHT) // WEIGHT, target=states_over_weights),
    )
    return Enclosure(balls)


def states_outweigh_activations(batches: list[int], outweigh: list[bool], parameters: int) -> Enclosure:
    """For GPT-2 of 1.5·10⁹ parameters (48 layers, width 1600) at 1024 tokens: states less activations, by batch size."""
    balls = []
    for batch, heavier in zip(batches, outweigh, strict=True):
        gap = TRAINED * parameters - 2 * 12 * 1600 * batch * 1024 * 48
        label = f"bytes of states less activations, batch {batch}"
        balls.append(Ball(label, gap, low=0) if heavier else Ball(label, gap, high=0))
    return Enclosure(tuple(balls))
