"""Which texts are cron expressions; held against the scheduler's own reading of them."""

from __future__ import annotations

import pytest
from dagster._utils.schedules import is_valid_cron_string

from sitrep.sources.cron import is_cron

GOOD = ["0 * * * *", "*/15 6-23 * * mon-fri", "5,35 0 1-7/2 jan 0", "@hourly", "59 23 31 12 7", "0  0 * * SUN"]
BAD = ["", "every hour", "61 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "*/0 * * * *", "* * * *"]
BAD += ["a * * * *", "@sometimes"]


@pytest.mark.parametrize("text", [*GOOD, *BAD])
def test_cron(text: str) -> None:
    assert is_cron(text) is (text in GOOD)
    assert is_cron(text) is is_valid_cron_string(text)
