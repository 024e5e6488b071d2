"""What a prover is asked, the same for every prover: a sentence for the claim, one for each refutation, and their proofs."""

from collections.abc import Callable
from dataclasses import dataclass

from claimledger.facts import Proof, Stored
from claimledger.judge import Finding
from claimledger.model import Evidence, ProverTarget
from claimledger.target import prover_argument_key

GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences and the proofs offered for them, by names that every prover takes: `given`, `control_0`, ..."""

    module: str
    texts: dict[str, str]
    proofs: dict[str, str]


def sentences(item: Evidence, statements: str, negation: str) -> Sentences:
    """The sentences of a piece of evidence, `statements` being where its predicate lives and `negation` the prover's not."""
    assert isinstance(item.target, ProverTarget)
    predicate = f"{statements}.{item.target.statement}"
    texts, proofs = {GIVEN: f"{predicate} {_join(item.given['args'])}"}, {GIVEN: item.target.proof}
    for number, control in enumerate(item.control.values()):
        texts[f"control_{number}"] = f"{negation} {predicate} {_join(control['args'])}"
        proofs[f"control_{number}"] = str(control["proof"])
    return Sentences(item.target.module, texts, proofs)


def fits(item: Evidence, found: Finding, asked: Sentences, allowed: Callable[[str], bool]) -> bool:
    """Whether stored proofs are of the sentences that are asked and rest on allowed axioms; what is no proof fits."""
    stored = {GIVEN: found.given} | {f"control_{k}": found.controls.get(name) for k, name in enumerate(item.control)}
    proofs = {name: proof for name, proof in stored.items() if isinstance(proof, Proof)}
    return all(
        proof.statement == asked.texts[name]
        and proof.theorem.endswith(f".{asked.proofs[name]}")
        and all(map(allowed, proof.axioms))
        for name, proof in proofs.items()
    )


def finding(item: Evidence, found: dict[str, Stored]) -> Finding:
    """The finding, from what was found for each sentence."""
    given = _keys(item.given["args"])
    return Finding(
        given=found[GIVEN],
        controls={name: found[f"control_{number}"] for number, name in enumerate(item.control)},
        equal=[name for name, control in item.control.items() if _keys(control["args"]) == given],
    )


def _join(arguments: list[str]) -> str:
    return " ".join(f"( {argument} )" for argument in arguments)


def _keys(arguments: list[str]) -> list[str]:
    return [prover_argument_key(argument) for argument in arguments]
