"""By how many per cent a predicted 0.70 and a measured 0.55 differ: it depends on which of the two is 100 %."""

from fractions import Fraction

from claimledger.finding import Exhausted


def _in_per_cent(predicted: Fraction, measured: Fraction) -> dict[str, Fraction]:
    gap = 100 * abs(predicted - measured)
    return {"prediction": gap / predicted, "measurement": gap / measured}


def gap_in_per_cent(predicted: Fraction, measured: Fraction, of_predicted: Fraction, of_measured: Fraction) -> Exhausted:
    """The gap is `of_predicted` per cent of the prediction and `of_measured` of the measurement, to one decimal."""
    printed = {"prediction": of_predicted, "measurement": of_measured}
    found = _in_per_cent(predicted, measured)
    return Exhausted.over(
        "prediction, measurement", 2, sorted(found), lambda whole: abs(found[whole] - printed[whole]) < Fraction(1, 20)
    )


def errors_in_the_band_are(
    predicted: Fraction, measured: Fraction, inside: list[str], low: Fraction, high: Fraction
) -> Exhausted:
    """The gap lies between `low` and `high` per cent of those in `inside`, and of no other."""
    found = _in_per_cent(predicted, measured)
    return Exhausted.over(
        "prediction, measurement", 2, sorted(found), lambda whole: (low < found[whole] < high) == (whole in inside)
    )
