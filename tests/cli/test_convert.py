"""``banmian convert``, from what a user types to the file that is there."""

import errno
import re
import warnings
from pathlib import Path

import pytest

import converter
from converter.writers import WRITERS
from tests.cli.command import PAGE, run


@pytest.mark.parametrize("name", set(WRITERS) - {"kepub", "azw3"})
def test_the_suffix_tells_the_format(name: str, page: Path) -> None:
    """-o with a format's suffix writes what the library writes, and stdout stays empty."""
    suffix = WRITERS[name][1][0]
    result = run("convert", page, "-o", f"out{suffix}")
    assert (result.exit_code, result.output) == (0, f"made out{suffix}: 1 story\n")
    converter.convert(page, f"library{suffix}")
    assert written(Path(f"out{suffix}")) == written(Path(f"library{suffix}"))


def written(path: Path) -> dict[str, bytes]:
    """A file's bytes, or those of every file in a folder."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {file.name if file != path else "": file.read_bytes() for file in files if file.is_file()}


def test_a_book_for_kobo_has_its_suffix(page: Path) -> None:
    """--for kobo, --to kepub and the suffix itself are three ways to the same book; the other options are the
    library's.
    """
    for said in (["--for", "kobo"], ["--to", "kepub"], ["-o", "page.kepub.epub"]):
        assert run("convert", "-q", page, "--vertical", "--style", "book", *said).exit_code == 0
        book = Path("page.kepub.epub").read_bytes()
        Path("page.kepub.epub").unlink()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            converter.convert(page, "library.epub", vertical=True, style="book", device="kobo")
        assert Path("library.epub").read_bytes() == book


def test_a_missing_font_is_a_warning(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a writer could not do is a line on stderr, which --quiet silences, and the book is there."""
    monkeypatch.setattr("converter.writers.cover.raster.FOLDERS", ())
    result = run("convert", page, "--for", "kindle")
    assert (result.exit_code, result.stdout) == (0, "")
    assert re.fullmatch(
        "banmian: warning: no font with Chinese is installed, so .*--font\nmade page.epub: 1 story\n", result.stderr
    )
    assert run("convert", page, "--for", "kindle", "-q").stderr == ""


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        (["--style", "none.css"], 3, "no style sheet at none.css"),
        (["--cover", "none.png"], 3, "no cover at none.png"),
        (["--font", "none.otf"], 3, "no font at none.otf"),
        (["--embed-font", "page.txt"], 3, "page.txt is no font"),
        (["--for", "papyrus"], 2, "'papyrus' is not one of"),
    ],
)
def test_looks_that_cannot_be_had(said: list[str], code: int, message: str, page: Path) -> None:
    """Each is one clear line and an exit code, and no book is left behind."""
    result = run("convert", page, *said)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert [path.name for path in page.parent.iterdir()] == ["page.txt"]


@pytest.mark.parametrize(("to", "name"), [(None, "page.epub"), ("html", "page.html"), ("outline", "page.outline")])
def test_the_output_is_named_after_the_input(to: str | None, name: str, page: Path) -> None:
    """Without -o the output has the input's name and its format's suffix, and lies in the current folder."""
    (page.parent / "sub").mkdir()
    page.rename(page.parent / "sub" / "page.txt")
    assert run("convert", "sub/page.txt", *(["--to", to] if to else [])).exit_code == 0
    assert {path.name for path in page.parent.iterdir()} == {"sub", name}


def test_stdin_and_stdout(page: Path) -> None:
    """``convert - -o - --to outline`` is a filter, and gives what a file gives but the file's name."""
    result = run("convert", "-", "-o", "-", "--to", "outline", stdin=PAGE.encode("gb18030"))
    assert result.exit_code == 0
    assert "headline\t跨江大桥昨日正式通车\n" in result.stdout


def test_several_inputs_are_one_issue(page: Path) -> None:
    """Inputs become the sections of one issue in their order."""
    Path("b.txt").write_text(PAGE.replace("大桥", "公路").replace("05", "06"), encoding="utf-8")
    outline = run("convert", page, "b.txt", "-o", "-", "--to", "outline").stdout
    assert outline.index("跨江大桥昨日") < outline.index("跨江公路昨日")


def test_an_input_is_never_overwritten(page: Path) -> None:
    """-o that names an input, by whatever path, is refused and the input stays."""
    for name in ("page.txt", "./page.txt", str(page)):
        result = run("convert", "page.txt", "-o", name, "--to", "html")
        assert (result.exit_code, result.stdout) == (7, "")
        assert result.stderr.startswith("banmian: ") and "is an input" in result.stderr
    assert page.read_text("utf-8") == PAGE


def test_a_link_to_an_input_is_never_overwritten(page: Path) -> None:
    """-o that names an input through a link is refused too."""
    Path("link.html").symlink_to(page)
    assert run("convert", "page.txt", "-o", "link.html").exit_code == 7


def test_a_file_that_may_not_be_read(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without the permission to read it is bad input, not a wrong command."""

    def refuse(path: Path, mode: str) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    page.chmod(0)
    monkeypatch.setattr(Path, "open", refuse)  # root may read everything
    assert run("convert", page).exit_code == 3


def test_warnings_go_to_stderr(page: Path) -> None:
    """What reading changed is told, a line each, unless --quiet; the output is the same."""
    page.write_text(PAGE.replace("老人", "老\x00人"), encoding="utf-8")
    told = run("convert", page, "-o", "told.html")
    assert told.exit_code == 0
    assert re.fullmatch(r"(banmian: warning: [^\n]+\n)+made told.html: 1 story\n", told.stderr)
    quiet = run("convert", page, "-o", "quiet.html", "--quiet")
    assert (quiet.exit_code, quiet.output) == (0, "")
    assert Path("told.html").read_bytes() == Path("quiet.html").read_bytes()


def test_a_site_is_a_folder(page: Path) -> None:
    """It is named after the input where nobody names it; a stream cannot hold it; ``--both`` needs a script and a
    site.
    """
    assert run("convert", page, "--to", "site").exit_code == 0
    assert {path.name for path in Path("page.site").iterdir()} >= {"index.html", "page01-story02.html"}
    Path("page.site", "mine.txt").write_text("mine")
    refused = run("convert", page, "--to", "site")
    assert refused.exit_code == 7 and "mine.txt" in refused.stderr
    for said in (
        ["--to", "site", "-o", "-"],
        ["--to", "site", "--both"],
        ["-o", "x.html", "--script", "s2t", "--both"],
    ):
        assert run("convert", page, *said).exit_code == 2
    assert run("convert", page, "-o", "both.site", "--script", "s2tw", "--both").exit_code == 0
    assert Path("both.site", "zh-Hans", "index.html").exists()


def test_the_name_of_a_book_of_many(page: Path) -> None:
    """Without -o, a book is called after the folder, whichever way that was named; no run reads what another has
    made.
    """
    folder = Path("issue")
    folder.mkdir()
    page.rename(folder / "page.txt")
    for named in ("issue", "issue/", "issue/*.txt", "./issue/../issue"):
        assert run("convert", named).exit_code == 0
        Path("issue.epub").unlink()
    assert run("convert", folder, "-o", folder / "book.txt", "--to", "html").exit_code == 0
    refused = run("convert", folder, "-o", folder / "book.txt", "--to", "html")
    assert (refused.exit_code, "is an input" in refused.stderr) == (7, True)


def test_what_cannot_be_read_is_left_out_and_listed(page: Path) -> None:
    """--keep-going makes the book of the good ones; each bad one is a line, and the exit code is 9."""
    issue = Path("issue")
    issue.mkdir()
    (issue / "01.txt").write_text(PAGE, "utf-8")
    (issue / "02.txt").write_bytes(b"")
    (issue / "03.docx").write_bytes(b"PK\x03\x04 no zip")
    (issue / "04.pdf").write_bytes(b"%PDF-1.4")
    inputs = ("convert", issue, "none.txt", "none/*.txt", "-o", "issue.html")
    assert run(*inputs).exit_code == 3 and not Path("issue.html").exists()
    result = run(*inputs, "--keep-going", "-q")
    assert result.exit_code == 9
    assert [line.partition(": left out ")[2].split(":")[0] for line in result.stderr.splitlines()] == [
        "no file fits none/*.txt",
        str(issue / "02.txt"),
        str(issue / "03.docx"),
        str(issue / "04.pdf"),
        "cannot read none.txt",
    ]
    assert "跨江大桥昨日正式通车" in Path("issue.html").read_text("utf-8")


def test_nothing_that_can_be_read_makes_nothing(page: Path) -> None:
    """--keep-going of bad files alone ends with the first one's code; of good ones alone with 0."""
    result = run("convert", "none.txt", "no.txt", "-o", "x.html", "--keep-going")
    assert (result.exit_code, Path("x.html").exists()) == (3, False)
    assert run("convert", page, "-o", "x.html", "--keep-going").exit_code == 0
