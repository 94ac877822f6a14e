"""What the manuals show is what happens."""

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import converter
from converter.cli import main
from tests.cli.command import run

BY_THE_WEIGHTS = ("confidence", "doubt", "second")
"""What of an example changes when the detector has learned anew."""


def fences(manual: Path, kind: str) -> list[str]:
    """The examples of this kind in a manual."""
    return re.findall(rf"^```{kind}\n(.*?)^```", manual.read_text("utf-8"), re.MULTILINE | re.DOTALL)


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


def test_the_guide_s_program(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that corrects the guide's page runs: the caption stands under the byline, and the page is kept."""
    guide = root / "docs" / "guide.md"
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
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The items of a feed are one issue, in which each story keeps its own day, authors and address."""
    (program,) = [code for code in fences(root / "docs" / "guide.md", "python") if "feed = [" in code]
    monkeypatch.chdir(tmp_path)
    exec(f"import converter\n{program}", {})
    assert capsys.readouterr().out == (
        "新桥昨日通车 ('江帆',) 2024-05-16 https://news.example/1\n"
        "渔港迎来新船 ('陆水', '柳溪') 2024-05-15 https://news.example/2\n"
    )
    assert (tmp_path / "feed.epub").is_file()


def test_the_guide_s_shelf(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands that fill a folder and make a shelf of it make the files that the guide's table names."""
    guide = root / "docs" / "guide.md"
    section = guide.read_text("utf-8").partition("\n## A shelf\n")[2].partition("\n## ")[0]
    monkeypatch.chdir(tmp_path)
    (page,) = [text for text in fences(guide, "") if text.startswith("临江晚报")]
    Path("page.txt").write_text(page, "utf-8")
    Path("papers").mkdir()
    (commands,) = [text for text in fences(guide, "") if "banmian shelf papers --url" in text]
    for command in commands.splitlines():
        assert run(*shlex.split(command)[1:]).exit_code == 0
    named = [name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall("`(.*?)`", row)]
    assert len(named) == 6
    assert [name for name in named if not (Path("papers") / name).exists()] == []


def test_the_guide_s_deliveries_are_understood(root: Path) -> None:
    """Each command that sends, in cron's line and in systemd's unit too, has options that there are."""
    text = (root / "docs" / "guide.md").read_text("utf-8")
    commands = re.findall(r"banmian (deliver|shelf|convert) ([^\n&`]*(?:--to-kindle|-q)[^\n&`]*)", text)
    assert [name for name, _ in commands].count("deliver") == 3
    for name, said in commands:
        context = main.commands[name].make_context(name, shlex.split(said, comments=True))
        assert context.params


def test_the_guide_s_units_are_systemd_s(root: Path, tmp_path: Path) -> None:
    """Where systemd is installed, it finds no fault in service and timer."""
    if not (verify := shutil.which("systemd-analyze")):
        pytest.skip("systemd is not installed")
    for text in fences(root / "docs" / "guide.md", ""):
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
