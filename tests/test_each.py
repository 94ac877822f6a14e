"""Documents one after another: as they are asked for, with errors beside what they are of."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import converter

TEXT = "临江新桥昨日通车\n\n昨日清晨，第一班公交车驶上临江新桥。\n"


def test_results_come_as_they_are_asked_for() -> None:
    """Of an endless row of inputs nothing is asked for before its turn."""
    asked: list[int] = []

    def endless() -> Iterator[bytes]:
        while True:
            asked.append(len(asked))
            yield TEXT.encode()

    loaded = converter.load_all(endless())
    assert asked == []
    for count in (1, 2, 3):
        found = next(loaded)
        assert found.issue and found.issue.title == "临江新桥昨日通车"
        assert len(asked) == count


def test_nothing_is_kept() -> None:
    """What was yielded lives no longer than whoever asked for it keeps it."""
    loaded = converter.load_all(TEXT.replace("临江", f"鹭洲{n}").encode() for n in range(20))
    for _ in range(19):
        next(loaded)
    gc.collect()
    held = [one for one in gc.get_objects() if isinstance(one, converter.Issue) and one.title.startswith("鹭洲")]
    assert len(held) == 0


def test_an_error_stands_beside_its_input(tmp_path: Path) -> None:
    """What cannot be read comes in its turn, with its error; the others are whole. A wrong kind of input too."""
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue" / "1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "issue" / "2.txt").write_text("", "utf-8")
    gone = tmp_path / "gone.txt"
    given = [tmp_path / "issue", gone, b"", 5, TEXT.encode()]
    loaded = list(converter.load_all(given, on_error="skip"))  # type: ignore[arg-type]
    assert [(one.input, one.path, one.issue and one.issue.title, type(one.error).__name__) for one in loaded] == [
        (given[0], str(tmp_path / "issue" / "1.txt"), "临江新桥昨日通车", "NoneType"),
        (given[0], str(tmp_path / "issue" / "2.txt"), None, "UnreadableInput"),
        (gone, str(gone), None, "UnreadableInput"),
        (b"", None, None, "UnreadableInput"),
        (5, None, None, "UnfitArgument"),
        (TEXT.encode(), None, "临江新桥昨日通车", "NoneType"),
    ]


def test_an_error_is_raised() -> None:
    """Where nothing else is said, the first error ends it, after what came before it."""
    loaded = converter.load_all([TEXT.encode(), b"", TEXT.encode()])
    assert next(loaded).error is None
    with pytest.raises(converter.UnreadableInput, match="the input is empty"):
        next(loaded)


def test_what_is_left_out_is_told_once(tmp_path: Path) -> None:
    """The first document of a folder has the warning of files that no reader reads; options are heeded."""
    for name in ("1.txt", "2.txt", "x.bin"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    loaded = [one.issue for one in converter.load_all(tmp_path, converter.Options.of(script="s2t"))]
    assert [issue and (issue.title, len(issue.warnings)) for issue in loaded] == [
        ("臨江新橋昨日通車", 1),
        ("臨江新橋昨日通車", 0),
    ]


def test_wrong_arguments_are_told_at_once() -> None:
    """Before the first result is asked for."""
    with pytest.raises(converter.UnfitArgument, match="^on_error is 'ignore': say one of raise, skip$"):
        converter.load_all([], on_error="ignore")
    with pytest.raises(converter.UnfitArgument, match="^input is 5: "):
        converter.load_all(5)  # type: ignore[arg-type]
