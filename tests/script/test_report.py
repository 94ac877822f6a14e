"""What an editor is shown after a change of script."""

from pathlib import Path

from click.testing import CliRunner

from converter import detect
from converter.cli import main
from converter.options import Script
from converter.readers.text import source_of
from converter.script import convert_issue
from converter.script.report import Report

PAGE = """江上新桥通车

本报记者  范小河

两家工厂的资金链断了。“桥通了。他说：这里了不得。𠮷
"""


def test_report() -> None:
    """Names, overruled phrases, characters by default, lone quotes and rare characters are told with their context."""
    found: list[Report] = []
    convert_issue(detect(source_of(PAGE)), Script("zh-Hant-TW", names=("范小河",), report=found.append))
    (report,) = found
    assert report.names == (("范小河", "范小河", 1),)
    assert [cut[:2] for cut in report.overruled] == [("金链", ("资金", "链"))]
    assert report.quotes == (("「", "資金鏈斷了。[「]橋通了。他說"),)
    assert report.rare == (("𠮷", "這裡了不得。[𠮷]"),)
    assert {(char, form) for char, form, *_ in report.defaults} <= {("了", "了"), ("链", "鏈")}


def test_report_on_stderr(tmp_path: Path) -> None:
    """The command lists the report and writes the output all the same."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    out = tmp_path / "page.html"
    said = ["convert", str(tmp_path / "page.txt"), "-o", str(out), "--script", "zh-Hant-TW", "--report"]
    done = CliRunner().invoke(main, said)
    assert done.exit_code == 0
    assert "金链 in 资金|链" in done.stderr
    assert 'lang="zh-Hant-TW"' in out.read_text(encoding="utf-8")
