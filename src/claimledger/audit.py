"""What is wrong with a ledger, each thing under one code, and what is worth knowing without being wrong.

`verify` and `audit` read the same list; they differ in how much a receipt matters where the evidence ran here.
"""

from enum import Enum

import msgspec

from claimledger.evidence import lean, rocq
from claimledger.facts import Failure
from claimledger.judge import Outcome
from claimledger.ledger import ClaimView, EvidenceView, Ledger, Where
from claimledger.model import By, Erratum, ErratumStatus, Status
from claimledger.policy import CHANCE, EARNING
from claimledger.verify.receipts import State


class Code(str, Enum):
    """What kind of problem or notice it is."""

    OVERCLAIM = "overclaim"
    """A tag says more than its evidence gives."""
    REFUTED = "refuted"
    """Evidence contradicts its claim."""
    VACUOUS = "vacuous"
    """Evidence that could not have failed."""
    UNDECIDED = "undecided"
    """Evidence that settles nothing."""
    TOO_WIDE = "too-wide"
    """A ball too wide to tell."""
    ERROR = "error"
    """A check that raised, crashed or returned what it may not."""
    OVER_BUDGET = "over-budget"
    """A check that used more than it was given."""
    STALE = "stale"
    """A receipt of other bytes."""
    MISSING = "missing"
    """No receipt."""
    FORGED = "forged"
    """A receipt that was altered, or that its own finding does not bear out."""
    ORPHANED = "orphaned"
    """A receipt of nothing in the registry."""
    LOCK = "lock"
    """A formal statement that moved without a reason given."""
    UNEARNED_ERRATUM = "unearned-erratum"
    """An erratum beyond candidate whose control or claim does not stand."""
    FALLEN_CITATION = "fallen-citation"
    """A chapter says verified of a claim that has not earned it, or cites one that its own evidence refutes."""
    UNKNOWN_ID = "unknown-id"
    """A chapter cites what is no claim."""
    RETIRED_ID = "retired-id"
    """A chapter cites a claim that is retired."""
    NOTHING_CHECKED = "nothing-checked"
    """Nothing passed and nothing is recorded."""
    NOT_RUN = "not-run"
    """Evidence that has run nowhere."""
    UNDERCLAIM = "underclaim"
    """Evidence that gives more than the tag says."""
    UNREAD = "unread"
    """Nobody has compared this statement with its source."""


NOTICES = (Code.NOT_RUN, Code.UNDERCLAIM, Code.UNREAD)
ALWAYS = {Outcome.REFUTED: Code.REFUTED, Outcome.VACUOUS: Code.VACUOUS, Outcome.ERROR: Code.ERROR}
UNLESS_OPEN = {Outcome.UNDECIDED: Code.UNDECIDED, Outcome.TOO_WIDE: Code.TOO_WIDE, Outcome.OVER_BUDGET: Code.OVER_BUDGET}
EARNED_ONLY = (ErratumStatus.REPORTED, ErratumStatus.CONFIRMED, ErratumStatus.FIXED, ErratumStatus.DISPUTED)


class Remark(msgspec.Struct, frozen=True):
    """One problem or notice."""

    code: Code
    claim: str
    evidence: str
    message: str


class Report(msgspec.Struct, frozen=True):
    """Problems fail the run; notices do not."""

    problems: list[Remark]
    notices: list[Remark]


def report(ledger: Ledger, claims: list[ClaimView], *, auditing: bool = False) -> Report:
    """Everything to be said of these claims, and of the ledger as a whole where they are all of it."""
    problems: list[Remark] = []
    notices: list[Remark] = []
    for view in claims:
        for item in view.evidence:
            _outcome(view, item, problems, notices)
            _receipt(view, item, auditing, problems, notices)
        _tag(ledger, view, problems, notices)
    for erratum in ledger.loaded.errata:
        if erratum.claim in {view.claim.id for view in claims} and (why := unearned(ledger, erratum)):
            problems.append(
                Remark(Code.UNEARNED_ERRATUM, erratum.claim, "", f"{erratum.id} is {erratum.status.value}, but {why}")
            )
    if len(claims) == len(ledger.claims):
        problems += [_orphan(*names) for names in ledger.orphans]
    problems += _locks(ledger, claims)
    if not any(item.counts and item.strength in EARNING | CHANCE for view in claims for item in view.evidence):
        problems.append(Remark(Code.NOTHING_CHECKED, "", "", "nothing passed and nothing is recorded"))
    return Report(problems, notices)


def _outcome(view: ClaimView, item: EvidenceView, problems: list[Remark], notices: list[Remark]) -> None:
    outcome, message = item.verdict.outcome, item.verdict.message
    if isinstance(item.finding.given if item.finding else None, Failure) and item.finding.given.outcome == "lock":  # type: ignore[union-attr]
        return
    if outcome in ALWAYS:
        problems.append(Remark(ALWAYS[outcome], view.claim.id, item.item.id, message))
    elif outcome in UNLESS_OPEN:
        into = notices if view.claim.status is Status.OPEN else problems
        into.append(Remark(UNLESS_OPEN[outcome], view.claim.id, item.item.id, message))
    elif outcome is Outcome.NOT_RUN:
        notices.append(Remark(Code.NOT_RUN, view.claim.id, item.item.id, message))


def _receipt(view: ClaimView, item: EvidenceView, auditing: bool, problems: list[Remark], notices: list[Remark]) -> None:
    if item.item.by is By.LEAN and item.state is State.MISSING:
        return  # few can build Lean: until someone has, it is not run, which is a notice of its own
    if item.state is State.FORGED:
        problems.append(Remark(Code.FORGED, view.claim.id, item.item.id, item.reason))
    elif item.state in (State.MISSING, State.STALE) and (auditing or item.where is Where.HERE):
        code = Code.MISSING if item.state is State.MISSING else Code.STALE
        what = "has no receipt" if code is Code.MISSING else "has a receipt of other bytes"
        slow = " --tier slow" if item.item.tier.value == "slow" else ""
        (problems if auditing else notices).append(Remark(code, view.claim.id, item.item.id, f"{what}; claims record{slow}"))


def _tag(ledger: Ledger, view: ClaimView, problems: list[Remark], notices: list[Remark]) -> None:
    claim = view.claim
    if view.overclaimed and not view.contradicted:  # what contradicts it is a problem already
        why = f"it depends on {', '.join(view.held_by)}, not earned" if view.own.met else f"missing: {view.own.missing}"
        problems.append(Remark(Code.OVERCLAIM, claim.id, "", f"tagged {claim.status.value}, earned {view.earned.value}; {why}"))
    for other in claim.contradicts:
        if Status.VERIFIED is view.earned is ledger.claims[other].earned:
            what = f"it contradicts {other}, and both have earned verified"
            problems.append(Remark(Code.OVERCLAIM, claim.id, "", what))
    if view.underclaimed:
        notices.append(Remark(Code.UNDERCLAIM, claim.id, "", f"tagged {claim.status.value}; its evidence earns verified"))
    if not view.read:
        notices.append(Remark(Code.UNREAD, claim.id, "", "nobody has compared this statement with its source"))


def unearned(ledger: Ledger, erratum: Erratum) -> str:
    """Why an erratum may be no more than a candidate; empty where it stands, or is not more."""
    if erratum.status not in EARNED_ONLY:
        return ""
    if not erratum.refuted_by or not erratum.earned_by:
        return "it names no refuting control or no earned claim"
    slug, _, rest = erratum.refuted_by.partition("/")
    name, _, control = rest.partition("#")
    item = next(item for item in ledger.claims[slug].evidence if item.item.id == name)
    if not item.counts or control not in item.controls:
        return f"{erratum.refuted_by} is not refuted ({item.verdict.outcome.value})"
    earned = ledger.claims[erratum.earned_by].earned
    return "" if earned is Status.VERIFIED else f"{erratum.earned_by} has earned {earned.value}"


def _orphan(slug: str, name: str) -> Remark:
    what = f"receipts/{slug}.json is of no claim" if not name else f"receipts/{slug}.json holds {name}, which is no evidence"
    return Remark(Code.ORPHANED, slug, name, f"{what}; remove it, or claims record")


def _locks(ledger: Ledger, claims: list[ClaimView]) -> list[Remark]:
    used = {item.item.by for view in claims for item in view.evidence}
    broken = [prover.lock_broken(ledger.root) for by, prover in ((By.ROCQ, rocq), (By.LEAN, lean)) if by in used]
    return [Remark(Code.LOCK, "", "", why) for why in broken if why]
