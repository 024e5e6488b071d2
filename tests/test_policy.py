"""DESIGN's table of what earns a tag, row by row: met by what it asks for, and by nothing less."""

from itertools import combinations, count
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from claimledger import policy
from claimledger.judge import STRENGTH, Strength
from claimledger.model import By, Covers, Kind, Quantifier, Status
from claimledger.policy import EARNED, Receipt, judge_tag, row_for

_numbers = count()


def receipt(
    strength: str, by: By | None = None, *, everything: bool = True, modules: str = "", controls: tuple[str, ...] = ("c",)
) -> Receipt:
    """A receipt by the first method that can have this strength, of one module of its own where none is named."""
    methods = [method for (method, _), value in STRENGTH.items() if value.value == strength]
    names = frozenset(modules.split()) or frozenset({f"m{next(_numbers)}"})
    covers = Covers.ALL if everything else Covers.INSTANCES
    return Receipt(
        evidence=f"{strength}-{next(_numbers)}",
        by=by or methods[0],
        strength=Strength(strength),
        covers=covers,
        controls=frozenset(controls),
        modules=names,
    )


class Case(NamedTuple):
    """A row of DESIGN: for which claims, what meets it, and the strengths that can take the first place."""

    kinds: tuple[Kind, ...]
    quantifier: Quantifier
    first: str
    everything: bool
    second: str


EARNING = "proved derived enclosed tested measured"
IDENTITY, ARITHMETIC = Kind.IDENTITY, Kind.ARITHMETIC
ALL, INSTANCE = Quantifier.ALL, Quantifier.INSTANCE
DESIGN = [
    Case((IDENTITY, ARITHMETIC), ALL, "proved derived", True, EARNING),
    Case((Kind.INEQUALITY, Kind.ASYMPTOTIC), ALL, "proved", True, EARNING),
    Case((IDENTITY, Kind.INEQUALITY, Kind.ASYMPTOTIC, ARITHMETIC), INSTANCE, "proved derived enclosed", False, ""),
    Case((Kind.ALGORITHM,), ALL, "proved", True, "tested"),
    Case((Kind.ALGORITHM,), INSTANCE, "enclosed", False, "tested"),
    Case((Kind.EMPIRICAL,), INSTANCE, "measured", False, ""),
]
ROWS = [(kind, case) for case in DESIGN for kind in case.kinds]
STRENGTHS = [strength.value for strength in Strength]


def verified(kind: Kind, quantifier: Quantifier, *receipts: Receipt) -> bool:
    return judge_tag(Status.VERIFIED, kind, quantifier, receipts).met


def another(strength: str, first: Receipt) -> Receipt:
    """A receipt of a strength by another method than `first`'s."""
    methods = [by for (by, _), value in STRENGTH.items() if value.value == strength and by is not first.by]
    return receipt(strength, methods[0]) if methods else receipt(strength, next(by for by in By if by is not first.by))


@pytest.mark.parametrize(("kind", "case"), ROWS)
@pytest.mark.parametrize("first", STRENGTHS)
@pytest.mark.parametrize("second", ["", *STRENGTHS])
def test_verified_is_earned_by_the_strengths_of_its_row_and_by_no_others(kind: Kind, case: Case, first: str, second: str) -> None:
    one = receipt(first, everything=case.everything)
    receipts = [one, another(second, one)] if second else [one]
    firsts, seconds = case.first.split(), case.second.split()
    fits = (first in firsts and (not seconds or second in seconds)) or (
        second in firsts and (not seconds or first in seconds)  # the two may come in either order
    )
    assert verified(kind, case.quantifier, *receipts) is fits
    assert verified(kind, case.quantifier, *reversed(receipts)) is fits


@pytest.mark.parametrize(("kind", "case"), [(kind, case) for kind, case in ROWS if case.everything])
def test_a_claim_of_all_needs_evidence_that_covers_all(kind: Kind, case: Case) -> None:
    for strength in case.first.split():
        part = receipt(strength, everything=False)
        assert not verified(kind, ALL, part, another("tested", part))
        whole = receipt(strength, everything=True)
        support = structs.replace(another("tested", whole), covers=Covers.INSTANCES)
        assert verified(kind, ALL, whole, support)


@pytest.mark.parametrize(("kind", "case"), [(kind, case) for kind, case in ROWS if case.second])
def test_the_second_receipt_is_by_another_method_and_shares_no_module(kind: Kind, case: Case) -> None:
    strength = case.first.split()[0]
    by = By.EXACT if strength == "enclosed" else By.ROCQ
    first = receipt(strength, by, modules="a b")
    assert verified(kind, case.quantifier, first, receipt("tested", By.HYPOTHESIS, modules="c d"))
    assert not verified(kind, case.quantifier, first, receipt("tested", By.HYPOTHESIS, modules="b c"))
    assert not verified(kind, case.quantifier, first, receipt("tested", by, modules="c d"))
    assert not verified(kind, case.quantifier, first)
    assert not verified(kind, case.quantifier, first, first)


def test_one_dependent_receipt_does_not_hide_an_independent_one() -> None:
    first = receipt("proved", By.ROCQ, modules="a")
    tied = receipt("tested", By.HYPOTHESIS, modules="a")
    free = receipt("tested", By.MPMATH, modules="b")
    found = judge_tag(Status.VERIFIED, IDENTITY, ALL, [first, tied, free])
    assert found.receipts == (first.evidence, free.evidence)


def test_another_first_is_tried_where_the_first_has_no_second() -> None:
    derived = receipt("derived", By.SYMPY, modules="a")
    proved = receipt("proved", By.ROCQ, modules="b")
    tested = receipt("tested", By.SYMPY, modules="c")
    assert judge_tag(Status.VERIFIED, IDENTITY, ALL, [derived, tested]).met is False
    assert judge_tag(Status.VERIFIED, IDENTITY, ALL, [derived, tested, proved]).met is True


@pytest.mark.parametrize("quantifier", Quantifier)
@pytest.mark.parametrize("kind", [Kind.DEFINITION, Kind.ANALOGY])
def test_nothing_makes_a_definition_or_an_analogy_verified(kind: Kind, quantifier: Quantifier) -> None:
    everything = [receipt(s, by) for s in STRENGTHS for by in By]
    found = judge_tag(Status.VERIFIED, kind, quantifier, everything)
    assert (found.met, found.row) == (False, None)
    assert kind.value in found.missing


def test_nothing_makes_an_empirical_claim_of_all_verified() -> None:
    assert not verified(Kind.EMPIRICAL, ALL, *(receipt(s) for s in STRENGTHS))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("quantifier", Quantifier)
@pytest.mark.parametrize("strength", STRENGTHS)
def test_folklore_is_earned_by_refuting_the_belief_by_more_than_a_citation(
    kind: Kind, quantifier: Quantifier, strength: str
) -> None:
    def folklore(*controls: str) -> bool:
        return judge_tag(Status.FOLKLORE, kind, quantifier, [receipt(strength, everything=False, controls=controls)]).met

    assert folklore("belief") is folklore("other", "belief") is (strength not in ("chance", "cited", "shown"))
    assert not folklore()
    assert not folklore("believe")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("strength", STRENGTHS)
def test_numerology_is_earned_by_chance_alone_with_its_exact_control(kind: Kind, strength: str) -> None:
    def numerology(*controls: str) -> bool:
        return judge_tag(Status.NUMEROLOGY, kind, INSTANCE, [receipt(strength, everything=False, controls=controls)]).met

    assert numerology("exact") is numerology("other", "exact") is (strength == "chance")
    assert not numerology("other")
    assert not numerology()


@pytest.mark.parametrize("strength", STRENGTHS)
def test_nothing_that_is_proved_or_derived_is_numerology(strength: str) -> None:
    chance = receipt("chance", controls=("exact",))
    other = receipt(strength, everything=False)
    for receipts in ([chance, other], [other, chance]):
        found = judge_tag(Status.NUMEROLOGY, Kind.EMPIRICAL, INSTANCE, receipts)
        assert found.met is (strength not in ("proved", "derived"))
        assert found.met or (strength in found.missing and other.evidence in found.missing)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("quantifier", Quantifier)
def test_open_is_always_earned_and_no_other_tag_is_by_nothing(kind: Kind, quantifier: Quantifier) -> None:
    assert judge_tag(Status.OPEN, kind, quantifier, []).met
    for status in (Status.VERIFIED, Status.FOLKLORE, Status.NUMEROLOGY):
        found = judge_tag(status, kind, quantifier, [])
        assert not found.met
        assert found.missing


def test_what_is_missing_is_the_first_need_without_a_receipt() -> None:
    assert "a proof or a derivation" in judge_tag(Status.VERIFIED, IDENTITY, ALL, [receipt("tested")]).missing
    assert "a second one by another method" in judge_tag(Status.VERIFIED, IDENTITY, ALL, [receipt("proved")]).missing
    assert "oracle" in judge_tag(Status.VERIFIED, Kind.ALGORITHM, INSTANCE, [receipt("enclosed", By.EXACT)]).missing


# The table as data


def test_at_most_one_row_speaks_of_a_claim_and_every_row_of_some() -> None:
    reached = set()
    for status in Status:
        for kind in Kind:
            for quantifier in Quantifier:
                rows = [
                    i
                    for i, row in enumerate(EARNED)
                    if row.status is status and kind in row.kinds and row.quantifier in (None, quantifier)
                ]
                assert len(rows) <= 1
                assert row_for(status, kind, quantifier) is (EARNED[rows[0]] if rows else None)
                reached.update(rows)
    assert reached == set(range(len(EARNED)))


def test_the_verified_rows_are_those_of_design() -> None:
    rows = {(kind, quantifier) for kind in Kind for quantifier in Quantifier if row_for(Status.VERIFIED, kind, quantifier)}
    assert rows == {(kind, case.quantifier) for kind, case in ROWS}


def test_a_row_that_is_taken_out_of_the_table_can_no_longer_be_met(monkeypatch: pytest.MonkeyPatch) -> None:
    proof = receipt("proved")
    assert verified(ARITHMETIC, INSTANCE, proof)
    gone = row_for(Status.VERIFIED, ARITHMETIC, INSTANCE)
    monkeypatch.setattr(policy, "EARNED", tuple(row for row in EARNED if row is not gone))
    assert not verified(ARITHMETIC, INSTANCE, proof)


# Against the words of DESIGN, by brute force

RECEIPTS = st.builds(
    Receipt,
    evidence=st.uuids().map(str),
    by=st.sampled_from([By.ROCQ, By.SYMPY, By.EXACT, By.HYPOTHESIS]),
    strength=st.sampled_from(Strength),
    covers=st.sampled_from(Covers),
    controls=st.frozensets(st.sampled_from(["belief", "other"])),
    modules=st.frozensets(st.sampled_from("abcd"), min_size=1, max_size=2),
)


@settings(max_examples=300)
@given(st.lists(RECEIPTS, max_size=4), st.sampled_from(ROWS))
def test_a_tag_is_earned_exactly_where_the_words_of_design_say_so(receipts: list[Receipt], row: tuple[Kind, Case]) -> None:
    kind, case = row
    firsts = [r for r in receipts if r.strength.value in case.first.split()]
    if case.everything:
        firsts = [r for r in firsts if r.covers is Covers.ALL]
    if not case.second:
        wanted = bool(firsts)
    else:
        pairs = [pair for a, b in combinations(receipts, 2) for pair in ((a, b), (b, a))]
        wanted = any(
            a in firsts and b.strength.value in case.second.split() and a.by is not b.by and not a.modules & b.modules
            for a, b in pairs
        )
    found = judge_tag(Status.VERIFIED, kind, case.quantifier, receipts)
    assert found.met is wanted
    assert len(found.receipts) == (1 + bool(case.second) if wanted else len(firsts[:1]))
