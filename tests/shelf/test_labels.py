"""The shelf's own words are in its script."""

import opencc

from converter.shelf.labels import HANS, HANT, labels_for


def test_both_scripts_say_the_same() -> None:
    """Every label is in both; back in simplified characters they are alike but for what Taiwan words otherwise."""
    back = opencc.OpenCC("t2s")
    assert HANS.keys() == HANT.keys()
    differing = {name for name in HANS if back.convert(HANT[name]) != HANS[name]}
    assert differing == {"read"}


def test_a_tag_tells_the_script() -> None:
    """Simplified characters where a language names none."""
    assert labels_for("zh-Hant-TW") is HANT
    assert labels_for("zh-CN") is labels_for("en") is HANS
