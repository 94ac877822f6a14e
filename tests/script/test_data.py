"""The data files of the package are read as they are meant."""

import pytest

from converter.script import convert_script
from converter.script.data import rows, spellings, table

TABLES = {"forms.tsv": 4, "name_forms.tsv": 4, "language.tsv": 2, "quotes.tsv": 6}


@pytest.mark.parametrize(("name", "columns"), TABLES.items())
def test_every_row_has_all_columns(name: str, columns: int) -> None:
    """None is short of one; remarks and empty lines are no rows."""
    assert {len(row) for row in table(name)} == {columns}
    assert not any(row.startswith("#") or not row for row in rows(name))


def test_a_file_that_is_not_there() -> None:
    """It is no empty table."""
    with pytest.raises(FileNotFoundError):
        rows("nothing.tsv")


def test_measures_follow_any_figure() -> None:
    """A measure is spelt so after digits, full-width digits and Han numbers; alone it may be another word."""
    found = spellings()
    measures = {word[1:]: written[1:] for word, written in found.items() if word[0] == "十"}
    assert measures["里"] == "里"
    for figure, there in zip("0９一百万两几", "0９一百萬兩幾", strict=True):
        assert {figure + old: there + new for old, new in measures.items()}.items() <= found.items()
    assert "里" not in found


def test_every_spelling_of_a_word_is_written() -> None:
    """In text of no known place, but for characters that its press writes otherwise."""
    forms = {
        pair.partition("→")[0]
        for where, stage, pairs, _ in table("forms.tsv")
        for pair in pairs.split(" ")
        if stage == "form" and "zh-Hant" in where.split(" ")
    }
    words = {
        word: written
        for word, written in spellings().items()
        if len(word) > 2 and not any(form in written for form in forms)
    }
    assert len(words) > 20
    assert {word: convert_script(word, "zh-Hant", language="zh-Hans") for word in words} == words
