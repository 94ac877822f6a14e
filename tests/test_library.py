"""The package as a library: one call, its steps, threads."""

import ast
import gc
import inspect
import io
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import converter
from converter.readers.inputs import Input
from converter.writers.cover.raster import WITHOUT_FONT


def test_a_stream_is_an_input(seeds: list[Path], tmp_path: Path) -> None:
    """A binary stream is read like a file whose name nobody knows."""
    said = {"title": "页", "date": "2021-01-05", "page": "01", "paper": "报"}
    with seeds[0].open("rb") as stream:
        converter.convert(stream, tmp_path / "a.outline", **said)
    text = (tmp_path / "a.outline").read_text("utf-8")
    converter.convert(seeds[0], tmp_path / "b.outline", **said)
    named = (tmp_path / "b.outline").read_text("utf-8")
    assert text == named.replace(f"source\t{seeds[0].name}\n", "")


TEXT = (
    "临江新桥昨日通车\n\n本报记者 江帆\n\n昨日清晨，第一班公交车驶上临江新桥。桥头的居民早早赶来，都想看看这座新桥。\n"
)


def test_every_input_is_taken_alike(tmp_path: Path) -> None:
    """A name, a path, bytes, streams of bytes and of text, a text, alone or in an iterable, read or not: one issue."""
    page = tmp_path / "page.txt"
    page.write_text(TEXT, "utf-8")
    data = page.read_bytes()
    expected = [block.text for block in converter.load(page).blocks()]
    alone: list[Callable[[], Input]] = [
        lambda: str(page),
        lambda: page,
        lambda: data,
        lambda: bytearray(data),
        lambda: memoryview(data),
        lambda: io.BytesIO(data),
        lambda: io.StringIO(TEXT),
        lambda: converter.text(TEXT),
        lambda: converter.read(page),
        lambda: converter.load(page),
    ]
    for made in alone:
        several = (made(), [made()], (made(),), iter([made()]), dict.fromkeys([page]).keys())
        for inputs in several:
            assert expected == [block.text for block in converter.load(inputs).blocks()]
        converter.convert(made(), tmp_path / "page.json")
        assert expected == [block.text for block in converter.load(tmp_path / "page.json").blocks()]
        assert expected == [block["text"] for block in converter.structure_json(made())["blocks"]]


def test_a_text_is_no_file_s_name(tmp_path: Path) -> None:
    """A text in the place of a name is told so, and how it is given; a file whose name looks like a text is read."""
    for text in (TEXT, TEXT.split("\n")[4], "新" * 300, "a\0b"):
        with pytest.raises(converter.UnreadableInput) as error:
            converter.load(text)
        assert str(error.value) == (
            f"this is a text of {len(text)} characters and no file's name: name its file, or give a program's own text "
            "as converter.text(…)"
        )
    page = tmp_path / "新桥\n昨日通车。"
    page.write_text(TEXT, "utf-8")
    assert converter.load(str(page)).title == "临江新桥昨日通车"


@pytest.mark.parametrize("wrong", [None, 5, [5], [None]])
def test_what_is_no_input(wrong: Any) -> None:
    """It is refused in the same sentence by every function that takes inputs."""
    for call in (converter.load, converter.read, converter.structure_json, lambda x: converter.convert(x, "x.epub")):
        with pytest.raises(converter.UnfitArgument, match="^input is .*: give a file's name, a document's bytes, a st"):
            call(wrong)


def test_a_stream_that_cannot_be_read(tmp_path: Path) -> None:
    """Closed, open to write alone, text of another encoding: a sentence each."""
    page = tmp_path / "page.txt"
    page.write_text(TEXT, "gb18030")
    closed = page.open("rb")
    closed.close()
    with page.open("ab") as writing, page.open(encoding="utf-8") as text:
        said = {
            "read of closed file": closed,
            "not readable|read": writing,
            "gives text, and its bytes are no utf-8": text,
        }
        for sentence, stream in said.items():
            with pytest.raises(converter.UnreadableInput, match=sentence):
                converter.load(stream)


def test_a_text_is_never_guessed_at() -> None:
    """A text of few characters, which as bytes might be of several encodings, is what it was."""
    source = converter.read(converter.text("江帆"))
    assert isinstance(source, converter.Source)
    assert (source.text, source.warnings) == ("江帆", ())


def test_a_stream_is_an_output(seeds: list[Path], tmp_path: Path) -> None:
    """It gets the bytes of the file; its own name tells the format where there is one, else it is a book."""
    for name in ("a.html", "a.epub", "a.json"):
        converter.convert(seeds[0], tmp_path / name)
        with (tmp_path / f"stream-{name}").open("wb") as stream:
            done = converter.convert(seeds[0], stream)
        assert (tmp_path / f"stream-{name}").read_bytes() == (tmp_path / name).read_bytes()
        assert done.path == Path("-")
    memory = io.BytesIO()
    converter.convert(seeds[0], memory)
    assert memory.getvalue() == (tmp_path / "a.epub").read_bytes()


def test_a_stream_that_takes_little_at_a_time(seeds: list[Path]) -> None:
    """All is written to one that says that it took a part (``io.RawIOBase.write``)."""

    class Slow(io.RawIOBase):
        taken = b""

        def write(self, data: Any, /) -> int:
            self.taken += bytes(data[:1000])
            return min(1000, len(data))

    slow, memory = Slow(), io.BytesIO()
    issue = converter.load(seeds[0])
    converter.write(issue, slow, converter.Options(to="html"))  # type: ignore[arg-type]
    converter.write(issue, memory, converter.Options(to="html"))
    assert slow.taken == memory.getvalue()


def test_a_stream_that_takes_no_bytes(seeds: list[Path], tmp_path: Path) -> None:
    """One of text, or closed: a sentence."""
    with pytest.raises(converter.UnfitArgument, match="it takes text; open it in binary mode"):
        converter.convert(seeds[0], io.StringIO())  # type: ignore[arg-type]
    closed = (tmp_path / "x.epub").open("wb")
    closed.close()
    with pytest.raises(converter.UnwritableOutput, match="^cannot write the stream: write to closed file; give one"):
        converter.convert(seeds[0], closed)


def test_several_inputs(seeds: list[Path], tmp_path: Path) -> None:
    """A list of inputs becomes one issue with the sections of all."""
    converter.convert(list(seeds), tmp_path / "all.outline")
    alone = [converter.detect(converter.read(seed)) for seed in seeds]
    whole = converter.read(tmp_path / "all.outline")
    assert isinstance(whole, converter.Issue)
    assert [block.text for block in whole.blocks()] == [block.text for issue in alone for block in issue.blocks()]


def test_an_input_is_never_overwritten(seeds: list[Path], tmp_path: Path) -> None:
    """Writing over an input is refused."""
    page = tmp_path / "page.html"
    page.write_bytes(seeds[0].read_bytes())
    with pytest.raises(converter.UnwritableOutput, match="is an input"):
        converter.convert(str(page), page)
    assert page.read_bytes() == seeds[0].read_bytes()


def test_threads_get_identical_bytes(seeds: list[Path], tmp_path: Path) -> None:
    """Eight threads that convert at once write the bytes that one thread writes."""
    seed, jobs = seeds[0], [(suffix, script) for suffix in ("epub", "html") for script in (None, "s2tw")]

    def bytes_of(job: tuple[int, tuple[str, str | None]]) -> bytes:
        number, (suffix, script) = job
        return converter.convert(seed, tmp_path / f"{number}.{suffix}", script=script).path.read_bytes()

    expected = [bytes_of((0, job)) for job in jobs]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(bytes_of, enumerate(jobs * 4, 1)))
    assert got == expected * 4


def test_threads_may_write_one_file(seeds: list[Path], tmp_path: Path) -> None:
    """Threads that write the same file leave one whole file and nothing beside it."""
    target = tmp_path / "same.html"
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: converter.convert(seeds[0], target), range(16))) == {target}
    converter.convert(seeds[0], tmp_path / "alone.html")
    assert target.read_bytes() == (tmp_path / "alone.html").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"same.html", "alone.html"}


def test_what_did_not_go_well_comes_with_the_result(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    """What reading and what writing warn of is given back, in this order, and by no other way."""
    page = tmp_path / "page.txt"
    page.write_text("新桥\u200b通车\n\n两岸的居民昨天走上大桥，老人和孩子走在最前面。\n", "utf-8")
    read = "left out 1 invisible character(s), such as zero-width spaces"
    written = WITHOUT_FONT
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("converter.writers.cover.raster.FOLDERS", ())
        done = converter.convert(page, tmp_path / "page.epub", device="kindle")
        issue = converter.load(page)
        again = converter.write(issue, tmp_path / "again.epub", converter.Options.of(device="kindle"))
    assert (done, done.warnings) == (tmp_path / "page.epub", (read, written))
    assert (issue.warnings, again) == ((read,), (written,))
    assert recwarn.list == []


def test_the_collector_stays_as_it_was(seeds: list[Path]) -> None:
    """Threads that read pages one over the other leave Python's collector on, and off where it was off."""
    pages = [io.BytesIO(seed.read_bytes() * times).read() for times in (1, 6) for seed in seeds]
    seen: list[bool] = []

    def read(page: bytes) -> None:
        converter.detect(converter.read(io.BytesIO(page)))
        seen.append(gc.isenabled())

    for wanted in (True, False):
        try:
            (gc.enable if wanted else gc.disable)()
            with ThreadPoolExecutor(8) as pool:
                list(pool.map(read, pages * 3))
            assert set(seen) == {gc.isenabled()} == {wanted}
        finally:
            gc.enable()
        seen.clear()


def test_nothing_is_printed(seeds: list[Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The library prints nothing, not from OpenCC's and lxml's C either."""
    converter.convert(seeds[0], tmp_path / "x.epub", script="s2t")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", [name for name in converter.__all__ if name != "__version__"])
def test_every_public_name_is_documented(name: str) -> None:
    """Every public name is there and says what it is; a function's every argument and result has a type."""
    public = getattr(converter, name)
    assert inspect.getdoc(public)
    if inspect.isfunction(public):
        assert {*inspect.signature(public).parameters, "return"} == {*public.__annotations__}


def test_names_are_the_same_for_python_and_for_type_checkers(root: Path) -> None:
    """What ``__getattr__`` finds, what type checkers see imported, and ``__all__`` are the same names."""
    tree = ast.parse((root / "converter" / "__init__.py").read_text("utf-8"))
    seen = next(node for node in tree.body if isinstance(node, ast.If) and isinstance(node.test, ast.Name))
    imports = [node for node in seen.body if isinstance(node, ast.ImportFrom)]
    told = {name.name: f"{node.module}" for node in imports for name in node.names}
    found = {name: f"converter.{home}" for name, home in converter._HOMES.items()}
    assert (found, {*found, "__version__"}) == (told, set(converter.__all__))
    assert set(converter.__all__) <= set(dir(converter))


def test_a_name_is_loaded_when_it_is_asked_for() -> None:
    """``import converter`` loads no other module of ours; a name that is asked for loads its own, and stays."""
    code = (
        "import converter, sys\nours = lambda: sorted(name for name in sys.modules if name.startswith('converter.'))\n"
    )
    code += "print(ours())\nconverter.UnknownScript\nprint(ours(), 'UnknownScript' in vars(converter))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n['converter.errors'] True\n"


def test_a_misspelt_name_is_told(tmp_path: Path) -> None:
    """By Python when it runs, and by a type checker before."""
    pytest.importorskip("mypy", reason="mypy is not installed: pip install '.[test]'")
    with pytest.raises(AttributeError, match="^module 'converter' has no attribute 'covnert'$"):
        _ = converter.covnert  # type: ignore[attr-defined]
    (tmp_path / "client.py").write_text("import converter\nconverter.convert\nconverter.covnert\n", "utf-8")
    # in a process of its own: mypy lets Python call far deeper from then on, which other tests count on it not to
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(tmp_path / "cache"), "--follow-imports=silent"]
    done = subprocess.run([*command, str(tmp_path / "client.py")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert (
        done.stdout.splitlines()[0].partition("client.py")[2].startswith(':3: error: Module has no attribute "covnert"')
    )
