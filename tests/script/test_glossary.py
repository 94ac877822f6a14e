"""What a user says of names and terms."""

from pathlib import Path

import pytest

from converter import UnreadableInput, convert_script
from converter.script.glossary import read_glossary, read_names


def test_names_and_glossary_of_the_user() -> None:
    """Names take a name's form, terms take what the user wrote, also where the length changes."""
    text = "他和后小里去了万家里，又去了新西兰。"
    done = convert_script(text, "zh-Hant-TW", names=["后小里"], glossary={"万家里": "萬家里", "新西兰": "紐西蘭島"})
    assert done == "他和后小里去了萬家里，又去了紐西蘭島。"


def test_files_of_names_and_terms(tmp_path: Path) -> None:
    """Remarks and empty lines are passed over; a term alone stays as it is."""
    (tmp_path / "names.txt").write_text("# 人名\n于江\n\n 范小河 \n", encoding="utf-8")
    (tmp_path / "terms.tsv").write_text("\ufeff万家里\t萬家里\n后江\n", encoding="utf-8")
    assert read_names(tmp_path / "names.txt") == ("于江", "范小河")
    assert read_glossary(tmp_path / "terms.tsv") == {"万家里": "萬家里", "后江": "后江"}


@pytest.mark.parametrize(
    ("data", "message"),
    [(None, "cannot read"), (b"\xff\xfe", "no UTF-8"), ("一\t二\t三".encode(), "line 1: write the term")],
)
def test_files_that_are_none(data: bytes | None, message: str, tmp_path: Path) -> None:
    """A file that cannot be used is one sentence."""
    path = tmp_path / "terms.tsv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=message):
        read_glossary(path)
