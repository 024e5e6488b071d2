"""Fixtures of all tests: an empty tiny ledger, and Hypothesis without chance or deadlines."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.tiny import Tiny

settings.register_profile("house", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    return Tiny(tmp_path / "root")


@pytest.fixture(scope="module")
def module_tiny(tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    """One ledger for a property that tries many inputs on it."""
    return Tiny(tmp_path_factory.mktemp("ledger") / "root")
