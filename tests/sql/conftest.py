"""The warehouse of the small world, for everything that is asked of it in SQL."""

from __future__ import annotations

from tests.warehouse.conftest import _built, warehouse

__all__ = ["_built", "warehouse"]
