"""Facts to an outcome: every type of finding in every way it can come out, and nothing else passes."""

from fractions import Fraction
from typing import Any, get_args

import msgspec
import pytest
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from claimledger import facts, finding
from claimledger.facts import BallFacts, Cited, EquationFacts, Failure, Proof, Ran
from claimledger.judge import (
    STRENGTH,
    Finding,
    Outcome,
    Strength,
    Verdict,
    ball_kind,
    covers,
    examine,
    judge,
    judge_control,
    strength,
)
from claimledger.model import By, Covers, Evidence, Kind, ProverTarget, Quantifier
from claimledger.settle import settle
from claimledger.verify.receipts import ReceiptFile, make


def equation(remainder: str = "0", value: tuple[str, str] | None = None, *free: str, label: str = "e") -> EquationFacts:
    return EquationFacts(label=label, free=list(free), remainder=remainder, point={"x": "1/3"} if value else None, value=value)


def residual(*equations: EquationFacts) -> facts.Residual:
    return facts.Residual(equations=list(equations), domains={})


def ball(value: tuple[str, str] | None = ("1", "1"), label: str = "b", **fields: Any) -> BallFacts:
    return BallFacts(label=label, value=value, **fields)


def enclosure(*shown: BallFacts, **counts: int) -> facts.Enclosure:
    """Facts of the balls that are shown; `counts` gives other numbers than those."""
    kinds = [ball_kind(b) for b in shown]
    names = ("contained", "excluded", "too_wide", "not_finite")
    inexact = sum(b.value is None or b.value[0] != b.value[1] for b in shown)
    return facts.Enclosure(**{"inexact": inexact, **{name: kinds.count(name) for name in names}, **counts}, shown=list(shown))


def exhausted(size: int = 4, counted: int = 4, failed: int = 0) -> facts.Exhausted:
    return facts.Exhausted(domain="d", size=size, counted=counted, failed=failed, witness="w" if failed else None)


def cases(tried: int = 9, met: int = 5, failed: int = 0) -> facts.Cases:
    return facts.Cases(tried=tried, met=met, failed=failed, witness="w" if failed else None)


def estimate(
    interval: tuple[str, str] = ("0.4", "0.6"), null: tuple[str, str] = ("2", "3"), value: str = "0.5", **fields: Any
) -> facts.Estimate:
    base: dict[str, Any] = {"claimed": ("0", "1"), "samples": 10, "seed": 1}
    return facts.Estimate(value=value, interval=interval, null=null, **{**base, **fields})


def coincidence(
    mean: str = "2", expected: str = "2", ball: tuple[str, str] | None = ("0.4", "0.5"), **fields: Any
) -> facts.Coincidence:
    null = facts.NullFacts(trials=fields.pop("trials", 100), seed=0, mean=mean, sd=fields.pop("sd", "1"), expected=expected)
    base = {"complexity": 5, "counted_to": 5, "formulas": 900, "at_or_below": 3, "simpler": 1, "undecided": 0}
    return facts.Coincidence(
        formula="e", ball=ball, value="0.5", low="0.3", high="0.5", null=null, shown=[], **{**base, **fields}
    )


PROOF = Proof(prover="rocq", theorem="t", statement="P (2)", axioms=[])
HIT = ball(("0.49", "0.51"), target=("1/2", "1/2"), bits=5)
MISS = ball(("0.49", "0.51"), target=("1/3", "1/3"))
WIDE = ball(("0.49", "0.51"), target=("1/2", "1/2"), bits=6)
NAN = ball(None, target=("1", "1"))

TABLE: list[tuple[By, facts.Stored, Outcome, int, int]] = [
    # Coincidence
    (By.NUMEROLOGY, coincidence(), Outcome.PASSED, 1, 0),
    (By.NUMEROLOGY, coincidence("1", "1"), Outcome.PASSED, 1, 0),
    (By.NUMEROLOGY, coincidence("0.99", "2"), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence("2", "0.99"), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence(ball=("0.51", "0.52")), Outcome.REFUTED, 1, 1),
    (By.NUMEROLOGY, coincidence(ball=("0.2", "0.29")), Outcome.REFUTED, 1, 1),
    (By.NUMEROLOGY, coincidence(ball=("0.49", "0.51")), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence(ball=None), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence("0", "1e-20", at_or_below=1, simpler=0), Outcome.REFUTED, 1, 1),
    (By.NUMEROLOGY, coincidence("0", "1e-20", at_or_below=2, simpler=0), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence("0", "1e-20", at_or_below=1, simpler=0, undecided=1), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence("0", "1e-20", at_or_below=1, simpler=0, counted_to=4), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence("0", "0.001", at_or_below=1, simpler=0), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence("0.5", "1e-20", at_or_below=1, simpler=0), Outcome.UNDECIDED, 1, 0),
    (By.NUMEROLOGY, coincidence(counted_to=4, at_or_below=0, simpler=0), Outcome.PASSED, 1, 0),
    (By.NUMEROLOGY, coincidence(at_or_below=0, simpler=0), Outcome.ERROR, 0, 0),
    (By.NUMEROLOGY, coincidence(simpler=4), Outcome.ERROR, 0, 0),
    (By.NUMEROLOGY, coincidence("-1"), Outcome.ERROR, 0, 0),
    (By.NUMEROLOGY, coincidence(sd="-1"), Outcome.ERROR, 0, 0),
    (By.NUMEROLOGY, coincidence("many"), Outcome.ERROR, 0, 0),
    (By.NUMEROLOGY, coincidence(trials=0), Outcome.VACUOUS, 0, 0),
    (By.NUMEROLOGY, coincidence(formulas=0), Outcome.VACUOUS, 0, 0),
    # Residual
    (By.SYMPY, residual(equation(), equation()), Outcome.PASSED, 2, 0),
    (By.SYMPY, residual(equation(), equation("x", ("0.3", "0.4"))), Outcome.REFUTED, 2, 1),
    (By.SYMPY, residual(equation("x", ("-0.4", "-0.3"))), Outcome.REFUTED, 1, 1),
    (By.SYMPY, residual(equation("y"), equation("x", ("1", "2"))), Outcome.REFUTED, 2, 1),
    (By.SYMPY, residual(equation(), equation("x")), Outcome.UNDECIDED, 2, 0),
    (By.SYMPY, residual(equation("x", ("-0.1", "0.1"))), Outcome.UNDECIDED, 1, 0),
    (By.SYMPY, residual(equation("x", ("0", "0.1"))), Outcome.UNDECIDED, 1, 0),
    (By.SYMPY, residual(), Outcome.VACUOUS, 0, 0),
    (By.SYMPY, residual(equation("x", ("nan", "nan"))), Outcome.ERROR, 0, 0),
    # Enclosure
    (By.FLINT, enclosure(HIT, HIT), Outcome.PASSED, 2, 0),
    (By.FLINT, enclosure(HIT, contained=500), Outcome.PASSED, 500, 0),
    (By.FLINT, enclosure(HIT, MISS, MISS, WIDE), Outcome.REFUTED, 4, 2),
    (By.FLINT, enclosure(HIT, MISS, excluded=7), Outcome.REFUTED, 8, 7),
    (By.FLINT, enclosure(HIT, WIDE), Outcome.TOO_WIDE, 2, 0),
    (By.FLINT, enclosure(HIT, NAN), Outcome.ERROR, 2, 0),
    (By.FLINT, enclosure(MISS, NAN), Outcome.ERROR, 2, 0),
    (By.FLINT, enclosure(ball()), Outcome.ERROR, 1, 0),
    (By.FLINT, enclosure(), Outcome.VACUOUS, 0, 0),
    (By.FLINT, enclosure(HIT, contained=0), Outcome.VACUOUS, 0, 0),
    (By.FLINT, enclosure(HIT, HIT, contained=1), Outcome.ERROR, 0, 0),
    (By.FLINT, enclosure(HIT, excluded=1), Outcome.ERROR, 0, 0),
    (By.FLINT, enclosure(HIT, MISS, contained=2, excluded=0), Outcome.ERROR, 0, 0),
    (By.EXACT, enclosure(ball(("1/3", "1/3"), target=("1/3", "1/3"), bits=999)), Outcome.PASSED, 1, 0),
    (By.EXACT, enclosure(ball(("1/3", "1/3"), target=("1/4", "1/4"))), Outcome.REFUTED, 1, 1),
    (By.EXACT, enclosure(HIT), Outcome.ERROR, 0, 0),
    (By.EXACT, enclosure(MISS), Outcome.ERROR, 0, 0),
    (By.EXACT, enclosure(HIT, inexact=0), Outcome.ERROR, 0, 0),
    (By.EXACT, enclosure(ball(target=("1", "1")), contained=9, inexact=1), Outcome.ERROR, 0, 0),
    # Exhausted
    (By.EXACT, exhausted(), Outcome.PASSED, 4, 0),
    (By.EXACT, exhausted(failed=2), Outcome.REFUTED, 4, 2),
    (By.EXACT, exhausted(counted=3, failed=1), Outcome.REFUTED, 3, 1),
    (By.EXACT, exhausted(counted=3), Outcome.ERROR, 3, 0),
    (By.EXACT, exhausted(counted=5), Outcome.ERROR, 5, 0),
    (By.EXACT, exhausted(counted=0), Outcome.VACUOUS, 0, 0),
    (By.EXACT, exhausted(size=0, counted=0), Outcome.VACUOUS, 0, 0),
    # Cases
    *[
        row
        for by in (By.MPMATH, By.HYPOTHESIS, By.SIMULATION, By.DATA)
        for row in (
            (by, cases(), Outcome.PASSED, 5, 0),
            (by, cases(failed=2), Outcome.REFUTED, 5, 2),
            (by, cases(met=0), Outcome.VACUOUS, 0, 0),
            (by, cases(tried=0, met=0), Outcome.VACUOUS, 0, 0),
        )
    ],
    # Estimate
    *[
        row
        for by in (By.SIMULATION, By.DATA)
        for row in (
            (by, estimate(), Outcome.PASSED, 10, 0),
            (by, estimate(("0", "1")), Outcome.PASSED, 10, 0),
            (by, estimate(null=("0.9", "1.1")), Outcome.PASSED, 10, 0),
            (by, estimate(("1.1", "1.2"), value="1.1"), Outcome.REFUTED, 10, 10),
            (by, estimate(("-2", "-1"), value="-1"), Outcome.REFUTED, 10, 10),
            (by, estimate(("0.4", "1.1")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(("-1", "2")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(("1", "2"), value="1"), Outcome.UNDECIDED, 10, 0),
            (by, estimate(null=("0.2", "0.3")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(null=("0", "0.3")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(null=("0.7", "1")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(null=("0", "1")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(null=("-5", "5")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(null=("0.4", "1.5")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(null=("-0.5", "0.6")), Outcome.UNDECIDED, 10, 0),
            (by, estimate(null=("0.5", "1.5")), Outcome.PASSED, 10, 0),
            (by, estimate(samples=0), Outcome.VACUOUS, 0, 0),
            (by, estimate(value="nan"), Outcome.ERROR, 10, 0),
            (by, estimate(("-inf", "inf")), Outcome.ERROR, 10, 0),
            (by, estimate(("0.6", "0.4")), Outcome.ERROR, 10, 0),
            (by, estimate(value="0.7"), Outcome.ERROR, 10, 0),
            (by, estimate(claimed=("1", "0")), Outcome.ERROR, 10, 0),
            (by, estimate(null=("3", "2")), Outcome.ERROR, 10, 0),
            (by, estimate(null=("nan", "nan")), Outcome.ERROR, 10, 0),
        )
    ],
    # The rest
    (By.ROCQ, PROOF, Outcome.PASSED, 1, 0),
    (By.LEAN, PROOF, Outcome.PASSED, 1, 0),
    (By.NOTEBOOK, Ran(cells=3, assertions=2), Outcome.PASSED, 2, 0),
    (By.NOTEBOOK, Ran(cells=3, assertions=0), Outcome.VACUOUS, 0, 0),
    (By.CITATION, Cited(locator="doi:10.1000/1"), Outcome.PASSED, 1, 0),
    *[
        (by, Failure(outcome=name, message="why"), Outcome("error" if name == "lock" else name), 0, 0)
        for by in (By.ROCQ, By.SYMPY)
        for name in ("undecided", "vacuous", "error", "over-budget", "not-run", "lock")
    ],
]


@pytest.mark.parametrize(("by", "found", "outcome", "instances", "failed"), TABLE)
def test_a_finding_comes_out_as_the_table_says(
    by: By, found: facts.Stored, outcome: Outcome, instances: int, failed: int
) -> None:
    verdict = judge(by, found)
    assert (verdict.outcome, verdict.failed) == (outcome, failed), verdict
    assert verdict.instances == instances or outcome is Outcome.ERROR
    assert bool(verdict.message) is (outcome is not Outcome.PASSED)


def test_the_table_of_these_tests_has_every_outcome_that_a_finding_can_have() -> None:
    reached: dict[str, set[str]] = {}
    for _, found, outcome, _, _ in TABLE:
        reached.setdefault(type(found).__name__, set()).add(outcome.value)
    assert reached == {
        "Residual": {"passed", "refuted", "undecided", "vacuous", "error"},
        "Enclosure": {"passed", "refuted", "too-wide", "vacuous", "error"},
        "Exhausted": {"passed", "refuted", "vacuous", "error"},
        "Cases": {"passed", "refuted", "vacuous"},
        "Estimate": {"passed", "refuted", "undecided", "vacuous", "error"},
        "Coincidence": {"passed", "refuted", "undecided", "vacuous", "error"},
        "Proof": {"passed"},
        "Ran": {"passed", "vacuous"},
        "Cited": {"passed"},
        "Failure": {"undecided", "vacuous", "error", "over-budget", "not-run"},
    }
    assert set(reached) == {kind.__name__ for kind in get_args(facts.Stored)}


def one_contained(shown: BallFacts) -> facts.Enclosure:
    return facts.Enclosure(contained=1, excluded=0, too_wide=0, not_finite=0, inexact=0, shown=[shown])


@pytest.mark.parametrize(
    "found",
    [
        residual(equation("x", ("1E+999999999", "2E+999999999"))),
        one_contained(ball(("0", "1E+999999999"), low=("-1", "-1"))),
        one_contained(ball(("nan", "nan"), target=("1", "1"))),
        one_contained(ball(("1/0", "1"), target=("1", "1"))),
        one_contained(ball(("", "x"), target=("1", "1"))),
    ],
)
def test_a_stored_number_that_is_none_is_an_error_and_costs_nothing(found: facts.Stored) -> None:
    by = By.SYMPY if isinstance(found, facts.Residual) else By.FLINT
    assert judge(by, found).outcome is Outcome.ERROR


# Strength

PASSING: dict[type, facts.Stored] = {
    facts.Residual: residual(equation()),
    facts.Enclosure: enclosure(ball(target=("1", "1"))),
    facts.Exhausted: exhausted(),
    facts.Cases: cases(),
    facts.Estimate: estimate(),
    facts.Coincidence: coincidence(),
    Proof: PROOF,
    Ran: Ran(cells=1, assertions=1),
    Cited: Cited(locator="l"),
}
DESIGN: dict[By, dict[type, str]] = {
    By.LEAN: {Proof: "proved"},
    By.ROCQ: {Proof: "proved"},
    By.SYMPY: {facts.Residual: "derived"},
    By.FLINT: {facts.Enclosure: "enclosed"},
    By.EXACT: {facts.Exhausted: "enclosed", facts.Enclosure: "enclosed"},
    By.MPMATH: {facts.Cases: "tested"},
    By.HYPOTHESIS: {facts.Cases: "tested"},
    By.SIMULATION: {facts.Estimate: "measured", facts.Cases: "tested"},
    By.DATA: {facts.Estimate: "measured", facts.Cases: "tested"},
    By.NUMEROLOGY: {facts.Coincidence: "chance"},
    By.NOTEBOOK: {Ran: "shown"},
    By.CITATION: {Cited: "cited"},
}


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("kind", PASSING)
def test_a_method_gives_the_strength_of_design_to_its_findings_and_errors_to_all_others(by: By, kind: type) -> None:
    wanted = DESIGN[by].get(kind)
    found = PASSING[kind]
    assert strength(by, found) == (Strength(wanted) if wanted else None)
    assert judge(by, found).outcome is (Outcome.PASSED if wanted else Outcome.ERROR)
    if not wanted:
        assert judge_control(by, found).outcome is Outcome.ERROR


def test_the_strength_table_has_no_other_row_and_a_failure_has_no_strength() -> None:
    assert {(by, kind) for by, row in DESIGN.items() for kind in row} == set(STRENGTH)
    assert all(strength(by, Failure(outcome="vacuous", message="")) is None for by in By)
    assert [s.value for s in Strength] == ["proved", "derived", "enclosed", "tested", "measured", "chance", "cited", "shown"]


# Controls


def item(by: By = By.EXACT, *controls: str, **fields: Any) -> Evidence:
    target: Any = ProverTarget("M", "S", "p") if by in (By.ROCQ, By.LEAN) else "a.b:c"
    return Evidence(id="e", by=by, target=target, shows="s", control={name: {} for name in controls}, **fields)


def verdict(given: facts.Stored, controls: dict[str, facts.Stored], equal: list[str] | None = None, by: By = By.EXACT) -> Verdict:
    return examine(item(by, *controls), Finding(given=given, controls=controls, equal=equal or [])).verdict


def test_evidence_passes_where_given_passes_and_every_control_is_refuted() -> None:
    assert verdict(exhausted(), {"a": exhausted(failed=1), "b": exhausted(failed=3)}) == Verdict(Outcome.PASSED, 4)


@pytest.mark.parametrize(
    ("control", "outcome"),
    [
        (exhausted(), Outcome.VACUOUS),
        (exhausted(counted=0), Outcome.VACUOUS),
        (exhausted(counted=3), Outcome.ERROR),
        (cases(failed=1), Outcome.ERROR),
        (Failure(outcome="undecided", message="m"), Outcome.VACUOUS),
        (Failure(outcome="vacuous", message="m"), Outcome.VACUOUS),
        (Failure(outcome="not-run", message="m"), Outcome.VACUOUS),
        (Failure(outcome="error", message="m"), Outcome.ERROR),
        (Failure(outcome="over-budget", message="m"), Outcome.OVER_BUDGET),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_one_control_that_is_not_refuted_spoils_the_evidence(control: facts.Stored, outcome: Outcome, first: bool) -> None:
    pair = {"bad": control, "good": exhausted(failed=1)} if first else {"good": exhausted(failed=1), "bad": control}
    found = verdict(exhausted(), pair)
    assert found.outcome is outcome
    assert "control bad" in found.message


def test_a_control_that_did_not_run_or_is_not_registered_is_an_error() -> None:
    registered = item(By.EXACT, "a", "b")
    for names in (["a"], [], ["a", "b", "c"], ["a", "c"]):
        found = Finding(given=exhausted(), controls={name: exhausted(failed=1) for name in names})
        assert examine(registered, found).verdict.outcome is Outcome.ERROR


def test_an_exact_control_has_to_hit_and_to_be_no_chance() -> None:
    sharp = coincidence("0", "1e-20", at_or_below=1, simpler=0)
    miss = coincidence(ball=("0.51", "0.52"))

    def outcome(**controls: facts.Stored) -> Outcome:
        return verdict(coincidence(), dict(controls), by=By.NUMEROLOGY).outcome

    assert outcome(exact=sharp) is outcome(exact=sharp, other=miss) is outcome(other=miss) is Outcome.PASSED
    assert outcome(exact=miss) is outcome(exact=coincidence()) is outcome(exact=sharp, other=coincidence()) is Outcome.VACUOUS


def test_a_control_equal_to_given_is_vacuous_whatever_was_found() -> None:
    for given_ in (exhausted(), exhausted(failed=1), exhausted(counted=3), Failure(outcome="error", message="m")):
        found = verdict(given_, {"same": exhausted(failed=1)}, equal=["same"])
        assert (found.outcome, found.message) == (Outcome.VACUOUS, "control same equals given")


def test_given_that_does_not_pass_keeps_its_own_outcome() -> None:
    for given_ in (exhausted(failed=1), exhausted(counted=3), exhausted(counted=0), Failure(outcome="not-run", message="m")):
        assert verdict(given_, {"a": exhausted()}) == judge(By.EXACT, given_)


def test_a_proof_refutes_a_prover_s_control_and_an_absent_proof_does_not() -> None:
    refutation = Proof(prover="rocq", theorem="t", statement="~ P (3)", axioms=[])
    assert verdict(PROOF, {"three": refutation}, by=By.ROCQ).outcome is Outcome.PASSED
    assert examine(item(By.ROCQ, "three"), Finding(given=PROOF, controls={"three": refutation})).controls == {
        "three": Verdict(Outcome.REFUTED, 1, 1, "~ P (3)")
    }
    absent = Failure(outcome="undecided", message="no proof")
    assert verdict(PROOF, {"three": absent}, by=By.ROCQ).outcome is Outcome.VACUOUS
    assert verdict(absent, {"three": refutation}, by=By.ROCQ).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize("by", [by for by in By if by not in (By.ROCQ, By.LEAN)])
def test_a_proof_refutes_no_control_of_another_method(by: By) -> None:
    assert judge_control(by, PROOF).outcome is Outcome.ERROR


# Covers


@pytest.mark.parametrize(
    ("found", "by_rule", "wanted"),
    [
        (PROOF, {}, "all"),
        (residual(equation("0", None, "N", "g")), {}, "all"),
        (residual(equation("0", None, "N", "g", "t")), {}, "all"),
        (residual(equation("0", None, "g")), {}, "instances"),
        (residual(equation("0", None, "g")), {"N": "linearity"}, "all"),
        (residual(equation("0", None)), {"N": "linearity"}, "instances"),
        (residual(equation("0", None)), {"N": "a", "g": "b"}, "all"),
        (residual(equation("0", None, "N", "g"), equation("0", None, "g")), {}, "instances"),
        (residual(equation("0", None, "N"), equation("0", None, "g")), {}, "instances"),
        (enclosure(HIT), {"N": "a", "g": "b"}, "instances"),
        (exhausted(), {"N": "a", "g": "b"}, "instances"),
        (cases(), {"N": "a", "g": "b"}, "instances"),
        (estimate(), {"N": "a", "g": "b"}, "instances"),
        (Ran(cells=1, assertions=1), {}, "instances"),
        (Cited(locator="l"), {}, "instances"),
    ],
)
def test_evidence_covers_all_only_as_far_as_its_finding_does(found: facts.Stored, by_rule: dict[str, str], wanted: str) -> None:
    variables = {"N": "integer ≥ 1", "g": "real"}
    assert covers(item(covers=Covers.ALL, by_rule=by_rule), found, variables).value == wanted
    assert covers(item(covers=Covers.INSTANCES, by_rule=by_rule), found, variables) is Covers.INSTANCES


# Balls against exact rationals

RATIONALS = st.fractions(-3, 3, max_denominator=8)
INTERVALS = st.tuples(RATIONALS, RATIONALS).map(lambda pair: (min(pair), max(pair)))


def text(interval: tuple[Fraction, Fraction]) -> tuple[str, str]:
    return str(interval[0]), str(interval[1])


@settings(max_examples=300)
@given(INTERVALS, INTERVALS, st.integers(0, 12))
def test_a_ball_excludes_its_target_exactly_where_they_are_apart(
    value: tuple[Fraction, Fraction], target: tuple[Fraction, Fraction], bits: int
) -> None:
    kind = ball_kind(ball(text(value), target=text(target), bits=bits))
    apart = max(value[0], target[0]) > min(value[1], target[1])
    assert (kind == "excluded") is apart
    if kind == "contained" and bits:
        for low, high in (value, target):
            assert (high - low) / 2 <= abs(low + high) / 2 / 2**bits


@settings(max_examples=300)
@given(INTERVALS, st.none() | INTERVALS, st.none() | INTERVALS)
def test_a_ball_lies_in_a_range_for_sure_or_out_of_it_for_sure_or_is_too_wide(
    value: tuple[Fraction, Fraction], low: tuple[Fraction, Fraction] | None, high: tuple[Fraction, Fraction] | None
) -> None:
    kind = ball_kind(ball(text(value), low=text(low) if low else None, high=text(high) if high else None))
    if low is None and high is None:
        assert kind == "not_finite"
        return
    surely_in = (low is None or value[0] > low[1]) and (high is None or value[1] < high[0])
    surely_out = (low is not None and value[1] <= low[0]) or (high is not None and value[0] >= high[1])
    assert kind == ("excluded" if surely_out else "contained" if surely_in else "too_wide")


def test_a_range_can_ask_for_accuracy_too() -> None:
    assert ball_kind(ball(("0.5", "1.5"), low=("0", "0"), bits=1)) == "contained"
    assert ball_kind(ball(("0.5", "1.5"), low=("0", "0"), bits=2)) == "too_wide"


# Stored and judged again


@st.composite
def fresh_findings(draw: st.DrawFn) -> tuple[By, finding.Finding]:
    kind = draw(st.sampled_from(["cases", "exhausted", "estimate", "enclosure", "residual"]))
    count = st.integers(0, 3)
    if kind == "cases":
        witness = draw(st.none() | st.text(max_size=5))
        return By.HYPOTHESIS, finding.Cases(draw(count), draw(count), draw(count), witness)
    if kind == "exhausted":
        return By.EXACT, finding.Exhausted(draw(st.text(max_size=5)), draw(count), draw(count), draw(count), None)
    if kind == "estimate":
        numbers = st.sampled_from(["0", "1", "-1", "0.5", "1/3", "2e-1", "nan", "inf", "x"])
        pair = st.tuples(numbers, numbers)
        return By.DATA, finding.Estimate(draw(numbers), draw(pair), draw(pair), draw(pair), draw(count), draw(st.none() | count))
    if kind == "enclosure":
        balls: list[Any] = [arb(1), arb(1) / 3, arb("nan"), arb(0, 1), arb("0.3333 +/- 0.0001"), Fraction(1, 3), 1]
        values = st.integers(0, len(balls) - 1).map(balls.__getitem__)
        ball_ = st.builds(finding.Ball, st.just("b"), values, target=st.just(Fraction(1, 3)), bits=st.integers(10, 60))
        range_ = st.builds(finding.Ball, st.just("r"), values, low=st.sampled_from([0, Fraction(1, 3)]), high=st.just(2))
        return draw(st.sampled_from([By.FLINT, By.EXACT])), finding.Enclosure(tuple(draw(st.lists(ball_ | range_, max_size=4))))
    import sympy

    x = sympy.Symbol("x")
    sides = st.sampled_from([x, 2 * x, x**2, sympy.log(x), (x + 1) ** 2, x**2 + 2 * x + 1])
    equations = st.builds(finding.Equation, st.just("e"), sides, sides)
    return By.SYMPY, finding.Residual(tuple(draw(st.lists(equations, max_size=2))), {x: finding.Domain(low=0)})


@settings(max_examples=200)
@given(fresh_findings(), fresh_findings(), st.booleans())
def test_a_finding_that_was_stored_and_read_back_is_judged_as_it_was(
    given_: tuple[By, finding.Finding], control: tuple[By, finding.Finding], equal: bool
) -> None:
    by, fresh = given_
    found = Finding(given=settle(fresh), controls={"c": settle(control[1])}, equal=["c"] if equal else [])
    piece = item(by, "c")
    receipt = make(piece, "print", found, Covers.INSTANCES)
    stored = msgspec.json.decode(msgspec.json.encode(ReceiptFile("claim", {"e": receipt})), type=ReceiptFile).evidence["e"]
    assert stored == receipt
    assert examine(piece, stored.found()) == examine(piece, found)
    assert (stored.outcome, stored.instances) == (examine(piece, found).verdict.outcome, examine(piece, found).verdict.instances)
    assert stored.sealed() == stored


def test_the_kinds_and_quantifiers_of_these_tests_are_all_there_are() -> None:
    assert (len(By), len(Kind), len(Quantifier), len(Outcome)) == (12, 8, 2, 8)
