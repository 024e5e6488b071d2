"""A check that returns something else."""

from claimledger import facts


def odd_numbers_sum_to_a_power(power: int):
    """A check that hands over the engine's own record of a proof."""
    return facts.Proof(prover="rocq", theorem="T", statement=str(power), axioms=[])
