"""The warehouse of the small world, for everything that is exported from it."""

from __future__ import annotations

from tests.warehouse.conftest import _built, warehouse

__all__ = ["_built", "warehouse"]
