"""Numbers that devices send: a ring all-reduce run step by step, and what tensor and pipeline parallelism make of it.

In a ring of t devices, each with a vector of t chunks, chunks go round once to be summed and once to be spread: 2(t − 1)
chunks sent by each device, 2(t − 1)/t of its vector. Tensor parallelism as in Megatron-LM (Shoeybi et al. 2019,
arXiv:1909.08053, §3) needs two all-reduces of the activations in each layer forwards, and as many backwards; a boundary of a
pipeline needs the activations once forwards and their gradients once backwards.
"""

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.definitions import ball


def _all_reduce(devices: int, chunk: int) -> tuple[list[list[list[int]]], list[int]]:
    """What each device holds at the end, and how many numbers each has sent."""
    held = [[[(d + 1) * (10 * c + k + 1) for k in range(chunk)] for c in range(devices)] for d in range(devices)]
    sent = [0] * devices
    for spreading in (False, True):
        for step in range(devices - 1):
            moves = [(d, (d - step + spreading) % devices) for d in range(devices)]
            packets = [(d, c, list(held[d][c])) for d, c in moves]
            for d, c, packet in packets:
                sent[d] += len(packet)
                to = held[(d + 1) % devices]
                to[c] = packet if spreading else [a + b for a, b in zip(to[c], packet, strict=True)]
    return held, sent


def ring_sends(twice: int, most_devices: int, most_chunk: int) -> Exhausted:
    """Every device ends with the sums and has sent `twice`·(t − 1) chunks, t from 2 to `most_devices`."""

    def holds(case: tuple[int, int]) -> bool:
        devices, chunk = case
        held, sent = _all_reduce(devices, chunk)
        whole = devices * (devices + 1) // 2
        right = [[whole * (10 * c + k + 1) for k in range(chunk)] for c in range(devices)]
        return all(vector == right for vector in held) and sent == [twice * (devices - 1) * chunk] * devices

    cases = [(t, c) for t in range(2, most_devices + 1) for c in range(1, most_chunk + 1)]
    return Exhausted.over(f"rings of 2 to {most_devices}, chunks to {most_chunk}", (most_devices - 1) * most_chunk, cases, holds)


def tensor_traffic_over_pipeline_traffic_is(ratio: int, layers: int, devices: int, reductions: int) -> Enclosure:
    """Numbers sent by a device forwards: all layers with `reductions` all-reduces each, over one boundary crossed once."""
    chunk = 3
    _, sent = _all_reduce(devices, chunk)
    vector = devices * chunk
    tensor, boundary = layers * reductions * sent[0], vector
    return Enclosure((Ball("tensor over pipeline", ball(tensor), target=ratio * boundary),))
