"""Mutants of the Rocq statements: `python3 tools/rocq_mutants.py [THEOREM ...]`, in the slow tier.

Each row makes a sentence false by one change of a constant, a hypothesis or a definition. The unchanged library has to
build; a mutant is killed when the proof script of its theorem (or of a lemma on the way, where the row names one) no
longer compiles. A row whose text is not found exactly once, or which breaks something else, is an error: it shows
nothing about the theorem. Exit 0: all killed; 1: a survivor or an error; 2: the library does not build.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROCQ = Path(__file__).resolve().parent.parent / "rocq"
ARGS = "arguments"  # the change is in the sentence that the theorem is declared with, not in a locked file

Row = tuple[str, str, str, str, str]  # module, theorem or theorem@declaration that fails, definition or ARGS, before, after
MUTANTS: list[Row] = [
    ("FisherHeatCapacity", "fisher_heat_capacity", ARGS, "2", "3"),
    ("FisherHeatCapacity", "fisher_heat_capacity", "FisherHeatCapacity", "= g ^ 2 * z2", "= g ^ 3 * z2"),
    ("FisherHeatCapacity", "fisher_heat_capacity", "FisherHeatCapacity", "(0 < g ->", "(0 <= g ->"),
    ("MaxEntropy", "max_entropy", ARGS, "1", "0"),
    ("MaxEntropy", "max_entropy", "MaxEntropy", "(1 <= N)", "(0 <= N)"),
    ("HeatCapacityLimit", "heat_capacity_limit", ARGS, "(1 / 12)", "(1 / 11)"),
    ("HeatCapacityLimit", "heat_capacity_limit", "HeatCapacityLimit", "^ 2", "^ 3"),
    ("HeatCapacityBounds", "heat_capacity_bounds", ARGS, "(1 / 12)", "(1 / 11)"),
    ("HeatCapacityBounds", "heat_capacity_bounds", "HeatCapacityBounds", "<= ln (INR N) / 2", "<= ln (INR N) / 12"),
    ("HeatCapacityNextTerm", "heat_capacity_next_term", ARGS, "(1 / 6)", "(1 / 5)"),
    ("HeatCapacityNextTerm", "heat_capacity_next_term", "HeatCapacityNextTerm", "/ 12)", "/ 11)"),
    ("PSeriesThreshold", "p_series_threshold", ARGS, "Rgt 1 0", "Rge 1 0"),
    ("PSeriesThreshold", "p_series_threshold", "PSeriesThreshold", "(1 <= D)", "(0 <= D)"),
    ("PSeriesThreshold", "p_series_threshold", "PSeriesThreshold", "1 < g ->", "0 < g ->"),
    ("NearOne", "mean_and_variance_near_one", ARGS, "2", "3"),
    ("NearOne", "mean_and_variance_near_one", "MeanAndVarianceNearOne", "1 < g ->", "0 < g ->"),
    ("NearOne", "mean_and_variance_near_one", "MeanAndVarianceNearOne", "(g - 1) * mean g", "(g - 1) ^ 2 * mean g"),
    ("ContinuumMoments", "continuum_moments", ARGS, "(1 / 12)", "(1 / 11)"),
    ("ContinuumMoments", "continuum_moments", "ContinuumMoments", "1 < N ->", "0 < N ->"),
    ("ContinuumMoments", "continuum_moments", "ContinuumMoments", "/ INR (S k)", "/ INR (S (S k))"),
    ("RopeRelative", "rope_relative", ARGS, "(-1)", "(-2)"),
    ("RopeRelative", "rope_relative@rope_odd", "rope", "+ cos angle * x j", "- cos angle * x j"),
    ("RopeWavelength", "rope_slowest_wavelength", ARGS, "2", "1"),
    ("RopeWavelength", "rope_slowest_wavelength", "RopeSlowestWavelength", "1 < theta", "0 < theta"),
    ("RopeWavelength", "rope_slowest_wavelength", "RopeSlowestWavelength", "(0 < planes)", "(0 <= planes)"),
    ("RopeAlias", "rope_no_exact_alias", ARGS, "1", "(2 * PI)"),
    ("RopeAlias", "rope_no_exact_alias@rope_no_exact_alias_rational", "RopeNoExactAlias", "r <> 0%Z", "r <> 1%Z"),
    ("AttentionPermutation", "attention_permutation", ARGS, "full_mask", "causal_mask"),
    ("AttentionPermutation", "attention_permutation", "AttentionPermutes", "permutes n perm", "(forall i, (perm i < n)%nat)"),
    ("SoftmaxFreeEnergy", "softmax_free_energy", ARGS, "1", "0"),
    ("SoftmaxFreeEnergy", "softmax_free_energy", "SoftmaxFreeEnergy", "(1 <= n)", "(0 <= n)"),
    ("SoftmaxFreeEnergy", "softmax_free_energy", "SoftmaxFreeEnergy", "0 < tau", "0 <= tau"),
    ("Averaging", "averaging_contracts", ARGS, "1", "(99 / 100)"),
    ("Averaging", "averaging_contracts@range_contracts", "RangeContracts", "all_positive N (A i)", "distribution N (A i)"),
    ("Averaging", "averaging_contracts@range_contracts", "RangeContracts", "x i <> x j", "i <> j"),
    ("Averaging", "averaging_contracts@symbol_within", "SymbolWithin", "<= c", "< c"),
    ("OnlineSoftmax", "online_softmax", ARGS, "rescaling", "no_rescaling"),
    ("OnlineSoftmax", "online_softmax", "OnlineSoftmax", "(0 < len)", "(0 <= len)"),
    ("OnlineSoftmax", "online_softmax@rescaling_twice", "rescaling", "exp (old - new)", "exp (2 * old - new)"),
    ("LinearAttention", "linear_attention_reassociation", ARGS, "prefix_state", "total_state"),
    ("LinearAttention", "linear_attention_reassociation", "LinearAttentionReassociates", "(i < n)", "(i <= n)"),
    ("KLOptimum", "kl_optimum", ARGS, "1", "2"),
    ("KLOptimum", "kl_optimum", "KLOptimum", "0 < beta", "beta <> 0"),
    ("KLOptimum", "kl_optimum", "KLOptimum", "all_positive n ref", "distribution n ref"),
    ("KLOptimum", "dpo_margin", ARGS, "1", "2"),
    ("KLOptimum", "dpo_margin", "DPOMargin", "0 < beta", "beta <> 0"),
    ("KLOptimum", "dpo_margin", "DPOMargin", "distribution n ref -> all_positive", "distribution n ref -> distribution"),
    ("Speculative", "speculative_exact", ARGS, "positive_part", "whole_target"),
    ("Speculative", "speculative_exact", "SpeculativeExact", "distribution n q", "distribution n p"),
    ("Speculative", "speculative_exact@kept", "acceptance", "Rmin 1 (p / q)", "p / q"),
    ("Speculative", "speculative_sequence_exact", ARGS, "positive_part", "whole_target"),
    ("Speculative", "speculative_sequence_exact", "SpeculativeSequenceExact", "(y < n)", "(y <= n)"),
    ("WeightArithmetic", "cfg_at_one", ARGS, "1", "2"),
    ("WeightArithmetic", "lora_merge", ARGS, "alpha_over_r", "no_scaling"),
    ("WeightArithmetic", "lora_merge", "LoraMerge", "alpha / INR r * matvec", "alpha * matvec"),
    ("WeightArithmetic", "linear_collapse", ARGS, "no_activation", "relu"),
    ("WeightArithmetic", "linear_collapse", "LinearCollapse", "(matmul h W2 W1)", "(matmul h W1 W2)"),
    ("ResidualBasis", "residual_basis_change", ARGS, "on_hidden", "on_stream"),
    ("ResidualBasis", "residual_basis_change", "ResidualBasisChange", "inverse_pair d P Q", "inverse_pair d P P"),
    ("NuReceipt", "nu_receipt", ARGS, "nonzero", "only_pi"),
    ("NuReceipt", "nu_receipt", "NuReceipt", "(-1 / (2 * p))", "(-1 / (3 * p))"),
    ("NumericFacts", "hand_worked_weight_first", "HandWorkedWeight", "/ sqrt 2)", "/ 2)"),
    ("NumericFacts", "leading_term_low_at_ten", "LeadingTermLowAtTen", "/ 12 /", "/ 11 /"),
    ("PadeExponent", "pade_range", ARGS, "(-1) 1", "(-1) (1 / 2)"),
    ("PadeExponent", "pade_range", "PadeRange", "forall theta : R, 0 < theta", "forall theta : R, 0 <= theta"),
    ("PadeExponent", "pade_monotone", ARGS, "1", "0"),
    ("PadeExponent", "pade_monotone", "PadeMonotone", "0 < L -> 0 < theta < theta'", "0 <= L -> 0 < theta < theta'"),
    ("PadeExponent", "pade_below_exponential", ARGS, "(1 / 12)", "(1 / 13)"),
    ("PadeExponent", "pade_below_exponential", "PadeBelowExponential", "0 < L", "0 <= L"),
    ("PowerLawReach", "smaller_exponent_looks_farther", ARGS, "Rgt", "Rlt"),
    ("PowerLawReach", "smaller_exponent_looks_farther", "SmallerExponentLooksFarther", "(D < N)", "(D <= N)"),
    ("PowerLawReach", "larger_base_looks_nearer", ARGS, "Rlt Rgt", "Rgt Rgt"),
    ("PowerLawReach", "mean_log_slope", ARGS, "(1 / 4)", "(1 / 5)"),
    ("PowerLawReach", "mean_log_slope", "MeanLogSlope", "(- var_log g N)", "(var_log g N)"),
    ("PowerLawReach", "levy_window", ARGS, "1", "2"),
    ("PowerLawReach", "power_law_jump_moments", ARGS, "2 3", "2 4"),
    ("PowerLawTransport", "power_law_damps", ARGS, "Rlt Rlt", "Rlt Rgt"),
    ("PowerLawTransport", "power_law_damps", "PowerLawDamps", "0 < t < 2 * PI", "0 <= t < 2 * PI"),
    ("PowerLawTransport", "jump_semigroup_contracts", ARGS, "(-1)", "0"),
    ("PowerLawTransport", "jump_semigroup_contracts", "JumpSemigroupContracts", "0 < tau", "0 <= tau"),
    ("PartitionGrowth", "partition_growth", ARGS, "1", "2"),
    ("PartitionGrowth", "partition_growth", "PartitionGrowth", "g <> 1", "g <> 2"),
    ("PartitionWindows", "fixed_window_threshold", ARGS, "Rgt", "Rge"),
    ("PartitionWindows", "fixed_window_threshold", "FixedWindowThreshold", "f < 1", "f <= 1"),
    ("PartitionWindows", "window_share_limit", ARGS, "1", "2"),
    ("MaxEntropyAll", "max_entropy_all_distances", ARGS, "1", "0"),
    ("MaxEntropyAll", "max_entropy_all_distances", "MaxEntropyAllDistances", "1 < g", "0 < g"),
]


def neighbours(module: str = "NumericFacts") -> list[Row]:
    """For each theorem about a printed number, the same with the last digit one larger."""
    facts = re.findall(r"^Theorem (\w+) : [A-Z].* (\d+) (\d+)\.$", (ROCQ / f"{module}.v").read_text(encoding="utf-8"), re.M)
    return [(module, name, ARGS, f"{digits} {places}", f"{int(digits) + 1} {places}") for name, digits, places in facts]


def mutate(folder: Path, module: str, theorem: str, where: str, before: str, after: str) -> str | None:
    """Make one change in the sources of `folder`; what is wrong with the row, or None."""
    files = [f"{module}.v"] if where == ARGS else ["Statements.v", "Definitions.v"]
    head = rf"Theorem {theorem} : \w+ " if where == ARGS else rf"(?:Definition|Fixpoint) {where}\b"
    for path in (folder / name for name in files):
        text = path.read_text(encoding="utf-8")
        if found := re.search(rf"^{head}.*?\.$", text, re.S | re.M):
            if found[0].count(before) != 1:
                return f"{before!r} is not there exactly once"
            changed = text[: found.start()] + found[0].replace(before, after) + text[found.end() :]
            path.write_text(changed, encoding="utf-8")
            return None
    return f"there is no {where} of {theorem}"


def build(folder: Path, *goals: str, jobs: int = 1) -> str:
    """Bring goals up to date; "" where they build, else what is said."""
    own = {**os.environ, "MAKEFLAGS": "", "MFLAGS": "", "MAKELEVEL": ""}
    command = ["make", "-f", "CoqMakefile", f"-j{jobs}", *goals]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=own)
    return done.stderr if done.returncode else ""


def failed(folder: Path, said: str) -> str:
    """Module.declaration of the first error in what coqc said."""
    if not (place := re.search(r'File "\./(\w+)\.v", line (\d+), characters [\d-]+:\nError', said)):
        return "?"
    lines = (folder / f"{place[1]}.v").read_text(encoding="utf-8").splitlines()[: int(place[2])]
    names = re.findall(r"^(?:Local )?(?:Theorem|Lemma|Definition) (\w+)", "\n".join(lines), re.M)
    return f"{place[1]}.{names[-1] if names else '?'}"


def judge(base: Path, row: Row) -> str:
    """`killed`, `survived` or `error`, with what was changed and where the build stopped."""
    module, names, where, before, after = row
    theorem, _, declaration = names.partition("@")
    with tempfile.TemporaryDirectory(dir=base.parent) as room:
        folder = Path(shutil.copytree(base, Path(room) / "rocq"))
        what = f"{theorem}: {where}: {before} => {after}"
        if fault := mutate(folder, module, theorem, where, before, after):
            return f"error     {what} ({fault})"
        if not (said := build(folder, f"{module}.vo")):
            return f"survived  {what}"
        place = failed(folder, said)
        return f"{'killed' if place == f'{module}.{declaration or theorem}' else 'error':9} {what} (at {place})"


def main(wanted: list[str]) -> int:
    """Build the control, judge the mutants of the wanted theorems (all by default), print a line for each."""
    with tempfile.TemporaryDirectory() as room:
        base = Path(shutil.copytree(ROCQ, Path(room) / "base", ignore=shutil.ignore_patterns("*.vo*", "*.glob", ".*", "CoqM*")))
        subprocess.run(["coq_makefile", "-f", "_CoqProject", "-o", "CoqMakefile"], cwd=base, check=True)
        if said := build(base, jobs=os.cpu_count() or 1):
            print(f"the unchanged library does not build:\n{said}", file=sys.stderr)
            return 2
        print("control   the unchanged library builds")
        rows = [row for row in MUTANTS + neighbours() if not wanted or row[1].partition("@")[0] in wanted]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            lines = list(pool.map(lambda row: judge(base, row), rows))
    killed = sum(line.startswith("killed") for line in lines)
    print(*lines, f"{killed} of {len(lines)} mutants killed", sep="\n")
    return 0 if lines and killed == len(lines) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
