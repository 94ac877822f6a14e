"""Our own JSON is the issue that it was written of; other JSON is refused in a sentence."""

import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import converter
from converter.errors import ConverterError, UnreadableInput
from converter.model import Issue
from converter.readers.structure_json import read_json
from converter.writers.json import write_json
from tests.exchange.test_put import ISSUE
from tests.folder import FIRST, SECOND
from tests.strategies import whole_issues

WRITTEN = b"".join(write_json(ISSUE))
TWIN = b'{"schema": 2, "blocks": [], "metadata": {}, "twin": '


@settings(max_examples=60)
@given(whole_issues())
def test_an_issue_comes_back(issue: Issue) -> None:
    """Whatever is written is read back, and written the same again."""
    written = b"".join(write_json(issue))
    again = read_json(written)
    assert again == issue
    assert b"".join(write_json(again)) == written


def test_what_is_detected_comes_back(seeds: list[Path], tmp_path: Path) -> None:
    """A sample page's issue goes through a file and is the same, confidence, spans and language too."""
    for seed in seeds:
        issue = converter.load([seed])
        converter.write(issue, tmp_path / "x.json")
        assert converter.load([tmp_path / "x.json"]) == issue


def test_several_files_come_back(tmp_path: Path) -> None:
    """Each block tells its file and page, also of a story that goes on in the next; the book made of it is the same."""
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
    inputs = [tmp_path / "a.txt", tmp_path / "b.txt"]
    converter.convert(inputs, tmp_path / "x.json")
    converter.convert(inputs, tmp_path / "direct.epub")
    converter.convert(tmp_path / "x.json", tmp_path / "given.epub")
    told = json.loads((tmp_path / "x.json").read_text("utf-8"))
    texts = {"a.txt": FIRST, "b.txt": SECOND}
    assert [(one["file"], one["encoding"], one["text"]) for one in told["documents"]] == [
        (name, "utf-8", text) for name, text in texts.items()
    ]
    whole = "\n".join(texts.values())
    pieces = [("".join(whole[a:b] for a, b in one["spans"]), one["text"]) for one in told["blocks"]]
    assert all("".join(piece.split()) == "".join(text.split()) for piece, text in pieces)
    told_of = [(told["documents"][one["document"]]["file"], one["page"], one["title"]) for one in told["blocks"]]
    assert ("b.txt", "02", "公园里的梅花开了") in told_of
    joined = next(one for one in told["blocks"] if "每天都在河边" in one["text"])
    assert (joined["document"], joined["page"], len(joined["spans"])) == (0, "01", 2)
    assert told["metadata"] == {
        "paper": "汉江晚报",
        "date": "2021-01-05",
        "source": "a.txt",
        "number": "12345",
        "page_count": "8",
    }
    with ZipFile(tmp_path / "direct.epub") as direct, ZipFile(tmp_path / "given.epub") as given:
        assert {name: given.read(name) for name in given.namelist()} == {
            name: direct.read(name) for name in direct.namelist()
        }


def test_two_languages_stay_told(tmp_path: Path) -> None:
    """What was decided of an issue in both scripts is not decided anew, and its own file's name adds nothing."""
    (tmp_path / "a.txt").write_text("渔港迎来新船\n\n船队今早出海，码头上锣鼓喧天，欢声雷动。\n", "utf-8")
    (tmp_path / "b.txt").write_text("舊書館重開\n\n修繕後的書館今起開放，讀者排起了長隊。\n", "utf-8")
    issue = converter.load([tmp_path / "a.txt", tmp_path / "b.txt"])
    converter.write(issue, tmp_path / "临江晚报2024-05-16-03.json")
    assert converter.load([tmp_path / "临江晚报2024-05-16-03.json"]) == issue


def test_schema_1_is_read(tmp_path: Path) -> None:
    """What an older version wrote is a tree, its language that of its text."""
    block = {"role": "headline", "text": "漁港迎來新船", "spans": [[0, 6]], "article": 0, "brief": False, "doubt": 0.01}
    old = {"schema": 1, "source": "a.txt", "doubts": 0, "blocks": [block]}
    (tmp_path / "old.json").write_text(json.dumps(old), "utf-8")
    issue = converter.load([tmp_path / "old.json"])
    assert (issue.title, issue.language, issue.metadata.source) == ("漁港迎來新船", "zh-Hant", "a.txt")


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "gb18030"])
def test_an_editor_may_save_it_otherwise(name: str) -> None:
    """Saved in another encoding and with other newlines it is the same."""
    assert read_json(WRITTEN.decode().replace("\n", "\r\n").encode(name)) == ISSUE


def test_what_no_reader_should_see_is_left_out() -> None:
    """Characters that no text may hold go out of every text; the document's own text keeps them, for its spans."""
    told = ISSUE.to_dict()
    told["blocks"][0]["text"] = "雨\u200b\0\ud800"
    told["sections"][0]["name"] = "要\x07闻"
    told["documents"][0]["text"] = "雨\u200b"
    issue = read_json(json.dumps(told).encode())
    assert [next(issue.blocks()).text, issue.sections[0].name, issue.documents[0].text] == ["雨", "要闻", "雨\u200b"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (WRITTEN.decode()[:-40].encode(), r"no whole JSON \(.*line \d+ column \d+.*name a structure.*--from text"),
        (WRITTEN.replace(b"0.87654", b"NaN"), "no whole JSON .NaN is no number"),
        (WRITTEN.replace(b"0.87654", b"9" * 5000), "no whole JSON .*digits"),
        (WRITTEN.replace(b"0.87654", b"1e999"), "block 1: confidence is not a number"),
        (b"[" * 99999, "JSON with brackets too deep"),
        (b'{"a": 1}', "JSON of another program.*name the document.*--from text"),
        (b'{"a": 1}\n{"a": 2}', "a table of JSON Lines: name a structure JSON"),
        (b"[1, 2]", "JSON of another program"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a feed of news in JSON.*save the pages"),
        (b"", "no whole JSON"),
        (b'{"schema": 9, "source": null, "blocks": []}', "schema 9 is not known.*newer Banmian"),
        (WRITTEN[: WRITTEN.index("雨".encode()) + 1], "is cut short, or no text any more: make it anew"),
        (TWIN * 3 + b"null" + b"}" * 3, "the twin has a twin itself"),
        (TWIN * 999 + b"null" + b"}" * 999, "brackets too deep"),
    ],
)  # fmt: skip
def test_what_is_refused(data: bytes, message: str) -> None:
    """One sentence says what is wrong and what to do next."""
    with pytest.raises(UnreadableInput, match=message):
        read_json(data)


def test_json_beside_documents(tmp_path: Path) -> None:
    """In a folder a structure JSON is a document, and what other programs left there is named in a warning."""
    (tmp_path / "a.json").write_bytes(WRITTEN)
    (tmp_path / "package.json").write_text('{"name": "港"}', "utf-8")
    issue = converter.load([tmp_path])
    assert [block.text for block in issue.blocks()] == [block.text for block in ISSUE.blocks()]
    assert issue.warnings == (f"left out 1 file(s) of {tmp_path} that no reader reads: package.json",)


@settings(max_examples=150)
@given(st.data())
def test_whatever_the_bytes_are(data: st.DataObject) -> None:
    """Our JSON with bytes changed, cut out or put in is an issue that every writer bears, or an error on purpose."""
    at = data.draw(st.integers(0, len(WRITTEN) - 1))
    piece = data.draw(
        st.sampled_from([b"", b"0", b"-", b"null", b"{", b"]", b'"', b"\\ud800", b"9e99", b"\xff", b"[[]]"])
    )
    mutated = WRITTEN[:at] + piece + WRITTEN[at + data.draw(st.integers(0, 12)) :]
    try:
        issue = converter.detect(read_json(mutated))
        for form in ("outline", "json", "jsonl", "html", "epub"):
            converter.write(issue, io.BytesIO(), converter.Options(to=form))
    except ConverterError:
        return
