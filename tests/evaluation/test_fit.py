"""The search for points by which incidents are handed over to MUC-4's scorer."""

from __future__ import annotations

from benchmarks.extraction.answers import WEIGHTS
from benchmarks.extraction.fit import MEASURES, Counts, Report, fit, mean_f1

_ONE = "told in a speech"


def _report(number: int, sign: str, *, right: bool) -> Report:
    """A document that tells one thing with one sign, which a key has or has not."""

    def score(chosen: tuple[bool, ...]) -> Counts:
        given = float(chosen[0])
        return dict.fromkeys(MEASURES, (given * right, given, given * right, float(right)))

    return Report(str(number), [[sign]], score)


def test_the_mean_is_over_measures_and_all_documents() -> None:
    half = dict.fromkeys(MEASURES, (1.0, 2.0, 1.0, 2.0))
    assert mean_f1([half, half]) == 0.5
    assert mean_f1([]) == 0.0


def test_what_is_always_right_gets_a_point_and_what_is_always_wrong_loses_its_own() -> None:
    documents = [_report(number, _ONE, right=True) for number in range(4)]
    documents += [_report(number, "a bombing", right=False) for number in range(4, 6)]
    points = fit(documents)
    assert points[_ONE] >= 1 > points["a bombing"]
    assert {sign: points[sign] for sign in points if sign not in (_ONE, "a bombing")} == {
        sign: weight for sign, weight in WEIGHTS.items() if sign not in (_ONE, "a bombing")
    }


def test_points_that_nothing_speaks_against_stay() -> None:
    assert fit([_report(1, "a bombing", right=True)]) == dict(WEIGHTS)
