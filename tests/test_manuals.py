"""What the manuals show is what happens."""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

import converter
from converter.cli import main
from converter.cli.catalogue import Catalogue
from tests.cli.command import run
from tests.readers.pdf.pages import FACE, made, rows

BY_THE_WEIGHTS = ("confidence", "doubt", "second")
"""What of an example changes when the detector has learned anew."""


def fences(manual: Path, kind: str) -> list[str]:
    """The examples of this kind in a manual."""
    return re.findall(rf"^```{kind}\n(.*?)^```", manual.read_text("utf-8"), re.MULTILINE | re.DOTALL)


GUIDES = ("guide.md", "guide.zh-CN.md")


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest, root: Path) -> Path:
    """The guide in each language."""
    return root / "docs" / str(request.param)


def settled(value: Any) -> Any:
    """A value of JSON without what the weights decide."""
    if isinstance(value, dict):
        return {key: settled(part) for key, part in value.items() if key not in BY_THE_WEIGHTS}
    return [settled(part) for part in value] if isinstance(value, list) else value


def test_the_structure_json(root: Path, tmp_path: Path) -> None:
    """The example's page gives the example's JSON, line by line, and its row."""
    manual = root / "docs" / "structure-json.md"
    _, text = fences(manual, "")[:2]
    whole, row = fences(manual, "json")
    (tmp_path / "page.txt").write_text(text, "utf-8")
    converter.convert(tmp_path / "page.txt", tmp_path / "page.json")
    written = (tmp_path / "page.json").read_text("utf-8")
    assert settled(json.loads(written)) == settled(json.loads(whole))
    assert [line[:9] for line in written.splitlines()] == [line[:9] for line in whole.splitlines()]
    issue = converter.load([tmp_path / "page.txt"])
    assert settled(next(issue.records())) == settled(json.loads(row))


def test_the_guide_s_program(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that corrects the guide's page runs: the caption stands under the byline, and the page is kept."""
    monkeypatch.chdir(tmp_path)
    (page,) = [text for text in fences(guide, "") if text.startswith("临江晚报")]
    Path("page.txt").write_text(page, "utf-8")
    (program,) = [code for code in fences(guide, "python") if "pins=" in code]
    done: dict[str, Any] = {}
    exec(program, done)
    told = [(block.role, block.text) for block in done["issue"].blocks()][2:5]
    assert told == [
        ("headline", "临江新桥昨日通车"),
        ("byline", "本报记者  江帆"),
        ("caption", "市民在桥头等候开行的公交车。"),
    ]
    assert Path("page.epub").exists()
    row = json.loads(Path("corrected.jsonl").read_text("utf-8"))
    assert ({"role": "caption", "spans": [[185, 199]], "article": 0, "brief": False}) in row["blocks"]
    assert len(row["lines"]) == 14


def test_the_guide_s_feed(
    guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The items of a feed are one issue, in which each story keeps its own day, authors and address."""
    (program,) = [code for code in fences(guide, "python") if "feed = [" in code]
    monkeypatch.chdir(tmp_path)
    exec(f"import converter\n{program}", {})
    assert capsys.readouterr().out == (
        "新桥昨日通车 ('江帆',) 2024-05-16 https://news.example/1\n"
        "渔港迎来新船 ('陆水', '柳溪') 2024-05-15 https://news.example/2\n"
    )
    assert (tmp_path / "feed.epub").is_file()


def test_the_guide_s_shelf(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands that fill a folder and make a shelf of it make the files that the guide's table names."""
    section = guide.read_text("utf-8").partition("banmian shelf papers\n")[2].partition("\n## ")[0]
    monkeypatch.chdir(tmp_path)
    (page,) = [text for text in fences(guide, "") if text.startswith("临江晚报")]
    Path("page.txt").write_text(page, "utf-8")
    Path("papers").mkdir()
    (commands,) = [text for text in fences(guide, "") if "banmian shelf papers --url" in text]
    for command in commands.splitlines():
        assert run(*shlex.split(command)[1:]).exit_code == 0
    named = [name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall("`(.*?)`", row)]
    assert len(named) == 7
    assert [name for name in named if not (Path("papers") / name).exists()] == []


PRINTED = {"01": ("要闻", "渔港迎来第一艘新船"), "02": ("生活", "旧书摊上的一张地图")}
COLUMN = ("　　清晨六点，第一班渡船离", "岸，船上坐着去对岸赶集的", "人，竹筐里是刚摘下的青菜。")


def printed(day: str, *pages: str) -> bytes:
    """The PDF of some pages of a day's issue, each a headline, a byline and a text in two columns."""

    def draw(canvas: Canvas) -> None:
        for page in pages:
            section, title = PRINTED[page]
            canvas.setFont(FACE, 9)
            canvas.drawString(30, 375, f"临江晚报　2024年5月{day}日　第{page}版：{section}")
            canvas.setFont(FACE, 22)
            canvas.drawString(30, 330, title)
            canvas.setFont(FACE, 9)
            canvas.drawString(30, 310, "本报记者 江帆")
            for x in (30, 160):
                rows(canvas, [*COLUMN], x, 285)
            canvas.showPage()

    return made(draw, (320, 400))


def fill_archive(page: str, shown: str) -> None:
    """Make the files of an archive that are shown: PDFs of one page or a whole issue, and texts like ``page``."""
    doubtful = "\n渔港 码头\n\n风 3\n\n——又一行\n\n谁 在 说\n"
    for path in map(Path, shown.splitlines()):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".txt":
            path.write_text(page.replace("5月16日", f"5月{path.parent.name}日") + doubtful, "utf-8")
        elif path.stem in PRINTED:
            path.write_bytes(printed(path.parent.name, path.stem))
        else:
            path.write_bytes(printed(path.stem[-2:], *PRINTED))


def test_the_guide_s_archive(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder of PDFs and texts to books, a shelf, tables and a report: each command does what is said, the plan
    is what is shown, and each file that the guide's table names is there; its table of inputs makes the books that it
    says."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install '.[test]'")
    (section,) = [
        text for text in guide.read_text("utf-8").split("\n## ") if "\nbanmian batch archive -o books\n" in text
    ]
    monkeypatch.chdir(tmp_path)
    (page,) = [text for text in fences(guide, "") if text.startswith("临江晚报")]
    shown = re.findall(r"^```\n(.*?)^```", section, re.M | re.S)
    (files,) = [text for text in shown if text.startswith("archive/")]
    (plan,) = [text for text in shown if text.startswith("book,input")]
    fill_archive(page, files)
    ours = [line for text in shown for line in text.splitlines() if re.match("banmian batch (?!s3:)", line)]
    assert len(ours) == 8
    for command in ours:
        line, _, target = command.partition(" > ")
        scheduler = [] if "--status" in line or "--dry-run" in line else ["--scheduler", "inline"]
        result = run(*shlex.split(line)[1:], *scheduler)
        assert result.exit_code == 0, command
        if target:
            Path(target).write_text(result.stdout, "utf-8")
    assert Path("plan.csv").read_text("utf-8") == plan
    named = [name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall("`(.*?)`", row)]
    assert len(named) == 11
    assert [name for name in named if not (Path("books") / name).exists()] == []
    assert Path("special", "2024-05", "2024-05-16.epub").exists()
    stories = [json.loads(line) for line in Path("books/rows/articles-2024-05.jsonl").read_text("utf-8").splitlines()]
    assert {(one["date"], one["file"], one["page"], one["title"]) for one in stories if one["byline"]} >= {
        *((f"2024-05-{day}", "01.pdf", "01", "渔港迎来第一艘新船") for day in ("15", "16")),
        *(("2024-05-17", "2024-05-17.pdf", page, title) for page, (_, title) in PRINTED.items()),
        *((f"2024-05-{day}", "03.txt", "03", "临江新桥昨日通车") for day in ("15", "16")),
    }
    told = json.loads(Path("books/report.json").read_text("utf-8"))
    assert (told["made"], told["failed"], told["documents"], told["months"][0]["paper"]) == (3, 0, 5, "临江晚报")
    texts = {one["title"]: one["text"] for one in stories}
    assert "".join(texts["渔港迎来第一艘新船"].split()) == "".join(COLUMN * 2).replace("　", "")


def test_the_guide_s_cluster_is_understood(guide: Path) -> None:
    """Its command has options that there are."""
    (said,) = re.findall(r"^banmian batch (s3://.*)$", guide.read_text("utf-8"), re.MULTILINE)
    context = main.commands["batch"].make_context("batch", shlex.split(said))
    assert context.params["scheduler"] == "tcp://10.0.0.5:8786"


def test_the_guide_s_deliveries_are_understood(guide: Path) -> None:
    """Each command that sends, in cron's line and in systemd's unit too, has options that there are."""
    text = guide.read_text("utf-8")
    commands = re.findall(r"banmian (deliver|shelf|convert) ([^\n&`]*(?:--to-kindle|-q)[^\n&`]*)", text)
    assert [name for name, _ in commands].count("deliver") == 3
    for name, said in commands:
        context = main.commands[name].make_context(name, shlex.split(said, comments=True))
        assert context.params


def test_the_guide_s_units_are_systemd_s(guide: Path, tmp_path: Path) -> None:
    """Where systemd is installed, it finds no fault in service and timer."""
    if not (verify := shutil.which("systemd-analyze")):
        pytest.skip("systemd is not installed")
    for text in fences(guide, ""):
        if text.startswith("[Unit]"):
            unit = tmp_path / ("paper.timer" if "[Timer]" in text else "paper.service")
            unit.write_text(text.replace("%h/.local/bin/banmian", "/bin/true"), "utf-8")
    done = subprocess.run(
        [verify, "--user", "--man=no", "verify", tmp_path / "paper.timer", tmp_path / "paper.service"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("The document", lambda told: told),
        ("A file", lambda told: told["documents"][0]),
        ("A block", lambda told: told["blocks"][0]),
    ],
)
def test_every_key_is_explained(title: str, keys: Any, root: Path, seeds: list[Path]) -> None:
    """Each table of the structure JSON's manual has the keys that are written, in their order."""
    manual = (root / "docs" / "structure-json.md").read_text("utf-8")
    table = manual.partition(f"## {title}\n")[2].partition("\n## ")[0]
    explained = [
        key for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)
    ]
    assert explained == list(keys(converter.structure_json(seeds[0])))


def test_both_guides_show_the_same(root: Path) -> None:
    """Commands, programs, files and results are alike in both guides, but for remarks and what is said in Chinese."""
    chinese = Catalogue.of("zh-Hans")

    def shown(name: str) -> list[list[str]]:
        blocks = re.findall(r"^```(.*?)^```", (root / "docs" / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
        return [[re.sub(r" +# .*$", "", line) for line in block.splitlines()] for block in blocks]

    def said(line: str) -> str:
        label, told = ("警告：", line[18:]) if line.startswith("banmian: warning: ") else ("", line[9:])
        if line.startswith("banmian: "):
            return f"banmian: {label}{chinese.gettext(told)}"
        if re.match(r"\d+ of \d+ lines", line):
            return chinese.gettext(line)
        return line.replace(", or paragraph", "，或为 paragraph").replace(", opens a block,", ", 开始一块,")

    english, other = map(shown, GUIDES)
    assert [[said(line) for line in block] for block in english] == other


def test_the_guide_s_commands_are_understood(guide: Path) -> None:
    """Every command of the guide has arguments and options that there are."""
    for block in fences(guide, ""):
        for name, rest in re.findall(r"^(?:\$ )?banmian (\w+) ([^\n<>|]*)", block, re.MULTILINE):
            assert main.commands[name].make_context(name, shlex.split(rest, comments=True)).params


def test_both_manuals_of_the_outline_show_the_same(root: Path) -> None:
    """Commands, examples, forms, containers and marks are alike in English and in Chinese."""
    english, chinese = ((root / "docs" / name).read_text("utf-8") for name in ("outline.md", "outline.zh-CN.md"))
    shown = [re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL) for text in (english, chinese)]
    tables = [re.split(r"\n## (?:Errors|错误)\n", text)[0] for text in (english, chinese)]
    rows = [re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE) for table in tables]
    assert shown[0] == shown[1]
    assert len(rows[0]) == 29
    assert [re.findall("`.*?`", row) for row in rows[0]] == [re.findall("`.*?`", row) for row in rows[1]]


FAULTY = (
    "headline\tx",
    "# banmian outline 1\nheadlin\tx",
    "# banmian outline 1\nparagraph big\tx",
    "# banmian outline 1\nitem",
    "# banmian outline 1\nend",
    "# banmian outline 1\narticle\tx",
    "# banmian outline 1\nheadline\tx\ntitle\ty",
    "# banmian outline 1\nheadline\t[x]{bold}",
)


@pytest.mark.parametrize(("name", "language"), [("outline.md", "en"), ("outline.zh-CN.md", "zh-CN")])
def test_the_errors_that_the_outline_s_manual_tells(name: str, language: str, root: Path, tmp_path: Path) -> None:
    """Each is what is said of a faulty outline, in that language."""
    page, number = tmp_path / "page.outline", re.compile("(line |第 )[0-9]+")
    told = re.findall(r"^\| `((?:line|第) \d.*?)` \|", (root / "docs" / name).read_text("utf-8"), re.MULTILINE)
    assert len(told) == len(FAULTY)
    for outline, said in zip(FAULTY, told, strict=True):
        page.write_text(f"{outline}\n", "utf-8")
        result = run("--lang", language, "convert", str(page), "-o", str(tmp_path / "page.html"))
        assert result.exit_code == 3
        parts = number.sub(r"\g<1>7", said.replace("line 1", "line 7")).split("…")
        assert all(part in number.sub(r"\g<1>7", result.stderr) for part in parts), (said, result.stderr)


def test_both_manuals_of_the_formats_have_the_same_tables(root: Path) -> None:
    """A row in English is one in Chinese, with the same suffixes, options, dates and pages where it has such."""
    english, chinese = ((root / "docs" / name).read_text("utf-8") for name in ("formats.md", "formats.zh-CN.md"))
    rows = [re.findall(r"^\|(?!---).*\|$", text, re.MULTILINE) for text in (english, chinese)]
    assert len(rows[0]) == len(rows[1]) > 80
    for one, other in zip(*rows, strict=True):
        assert sorted(re.findall("`[^`]+`", one)) == sorted(re.findall("`[^`]+`", other)), one[:60]
        assert one.count(" | ") == other.count(" | "), one[:60]


@pytest.mark.parametrize("name", ["structure", "performance"])
def test_both_languages_have_the_same_figures(name: str, root: Path) -> None:
    """Every figure of a page is on the other, and so is every example, name in the code and row of a table."""
    english, chinese = (root / "docs" / f"{name}{suffix}.md" for suffix in ("", ".zh-CN"))
    assert fences(english, "") == fences(chinese, "")
    texts = [re.sub("^```.*?^```", "", one.read_text("utf-8"), flags=re.M | re.S) for one in (english, chinese)]
    for kind in (r"(?<![\w.])\.?\d[\d.,:]*\d|(?<![\w.])\.?\d", "`[^`]+`", r"\n\|"):
        one, other = (Counter(" ".join(found.split()) for found in re.findall(kind, text)) for text in texts)
        assert one == other, kind


def test_both_pages_of_the_census_have_the_same_numbers(root: Path) -> None:
    """What each format keeps, counts and loses, and for each cause how many constructs."""
    english, chinese = ((root / "docs" / name).read_text("utf-8") for name in ("census.md", "census.zh-CN.md"))
    totals = re.findall(r"^\| .* \| (\d+) kept, (\d+) counted, (\d+) lost \|$", english, re.MULTILINE)
    assert totals == re.findall(r"^\| .* \| (\d+) \| (\d+) \| (\d+) \|$", chinese, re.MULTILINE)
    causes = [
        re.findall(r"^\| (?!kept)(.*) \| .* \|$", part, re.M)[1:] for part in re.split(r"\n\n(?=\| )", english)[1:]
    ]
    told = [re.findall(r"^\| (.*) \| (\d+) \|$", part, re.M) for part in re.split(r"\n\n(?=\| )", chinese)[2:]]
    assert [len(rows) for rows in causes if rows] == [len(rows) for rows in told]
    assert [re.findall("`.*?`", cause) for rows in causes for cause in rows] == [
        re.findall("`.*?`", cause) for rows in told for cause, _ in rows
    ]
    counted = [int(number) for _, number, _ in totals if number != "0"]
    assert counted == [sum(int(number) for _, number in rows) for rows in told]


def test_both_languages_have_the_same_bounds(root: Path) -> None:
    """What a document may be; what was measured is on the English page alone."""
    english, chinese = ((root / "docs" / name).read_text("utf-8") for name in ("limits.md", "limits.zh-CN.md"))
    figures = [
        re.findall(r"\d[\d,]*", re.split("\n## ", text)[0].replace("24 million", "2400")) for text in (english, chinese)
    ]
    assert len(figures[0]) > 15 and figures[0] == figures[1]
