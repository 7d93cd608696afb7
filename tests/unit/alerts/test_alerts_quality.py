"""Two cars live a week behind a noisy cloud: nothing is missed, nothing is invented.

``benchmarks/alert_quality.py`` does the same with hundreds.
"""

import pytest

from benchmarks.alert_quality import score_cars

pytestmark = pytest.mark.slow


def test_week_of_two_cars_is_told_as_it_was() -> None:
    score = score_cars((0, 3))

    assert score.wrong == []
    assert sum(score.expected.values()) > 30
    assert max(score.requests) <= 400
