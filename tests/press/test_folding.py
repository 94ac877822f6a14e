"""What a search takes for one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.press.folding import folded, folds, folds_for


def test_both_scripts_fold_alike() -> None:
    """Simplified, Taiwan's and Hong Kong's forms, capitals and full-width signs."""
    assert folded("臺灣為裡說著羣ＡＢ１") == folded("台湾为里说着群ab1") == "台湾为里说着群ab1"


def test_folding_is_done_once() -> None:
    """What a character folds to folds to itself: the table is no chain."""
    assert {other for other in folds().values() if folded(other) != other} == set()


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    """A place in the folded text is the same place in the text."""
    assert len(folded(text)) == len(text)


@given(st.text(alphabet="台臺湾灣着著aAＡ桥橋"), st.text(alphabet="台臺湾灣着著aAＡ桥橋", max_size=2))
def test_the_folds_of_a_text_find_what_is_in_it(text: str, asked: str) -> None:
    """The few folds that a text's index holds find the same as all of them."""
    few = str.maketrans(folds_for(text))
    assert (asked.translate(few) in text.translate(few)) == (folded(asked) in folded(text))
