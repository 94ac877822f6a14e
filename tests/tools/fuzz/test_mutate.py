"""Changes are the same for the same chance, no longer than allowed, and any bytes may be changed."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tools.fuzz.mutate import changed


@given(st.binary(max_size=200), st.integers(0, 2**32), st.lists(st.text(min_size=1, max_size=5), max_size=3))
def test_changes(data: bytes, seed: int, tokens: list[str]) -> None:
    """One seed gives one change."""
    made = changed(Random(seed), data, tokens, 300)
    assert len(made) <= 300
    assert made == changed(Random(seed), data, tokens, 300)
