"""What an editor is shown after a change of script."""

from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from converter import detect
from converter.cli import main
from converter.model import Article, Block, Form, Issue, Kind, Role, Run, Section
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


def told(text: str, wish: Script) -> Report:
    """The report on a page."""
    found: list[Report] = []
    convert_issue(detect(source_of(text)), replace(wish, report=found.append))
    return found[0]


TEXT = "江上新桥通车\n\n　　桥头站着后里的人，王后里没有来，后里也没有回来。他说：“桥通了，就不用等船了。\n"


def test_names_are_counted() -> None:
    """Those that stand in the text, with what is written for them and how often; others are not told."""
    report = told(TEXT, Script("zh-Hant-TW", names=("后里", "岳小船"), glossary=(("桥头", "橋頭兒"),)))
    assert report.names == (("后里", "后里", 3), ("桥头", "橋頭兒", 1))


def test_characters_in_no_word_are_told() -> None:
    """With the form that was taken, the others, and six characters of context on each side."""
    report = told("江上新桥通车\n\n　　渡口的人说他姓发，别的人都不信，船就开走了。\n", Script("zh-Hant-TW"))
    assert ("发", "發", "髮", "渡口的人说他姓[发]，别的人都不"[1:]) in report.defaults
    assert "发" not in [char for char, *_ in told(TEXT.replace("来", "发现"), Script("zh-Hant-TW")).defaults]
    assert told("江上新橋通車\n\n　　渡口的人說他姓發，別的人都不信。\n", Script("zh-Hans")).defaults == ()


def test_nothing_is_converted() -> None:
    """Of a text that stays in its script lone quotes and rare characters are told."""
    report = told(TEXT, Script("zh-Hans"))
    assert (report.names, report.overruled, report.defaults) == ((), (), ())
    assert report.quotes == (("“", "没有回来。他说："[-6:] + "[“]桥通了，就不"),)


def test_code_is_not_looked_at() -> None:
    """Its characters stay as they are, so that none is in doubt."""
    block = Block(Role.PARAGRAPH, (Run("发“𠮷"),), form=Form.CODE)
    found: list[Report] = []
    convert_issue(Issue((Section((Article(Kind.ARTICLE, (block,)),)),)), Script("zh-Hant-TW", report=found.append))
    assert found == [Report()]


def test_lines() -> None:
    """A heading with the count for each kind of finding, then each finding on a line."""
    report = Report(
        names=(("后里", "后里", 3),),
        overruled=(("被发", ("被", "发明"), "它被[发]明"),),
        defaults=(("发", "發", "髮", "姓[发]"),),
        quotes=(("“", "[“]"),),
        rare=(("𠮷", "[𠮷]"),),
    )
    assert list(report.lines()) == [
        "names and terms kept: 1",
        "  后里 → 后里, 3×",
        "phrases of OpenCC's taken apart, as they lay across words: 1",
        "  被发 in 被|发明: 它被[发]明",
        "characters of several forms in no known word, please look: 1",
        "  发 → 發 (髮?): 姓[发]",
        "quotation marks without a partner: 1",
        "  “: [“]",
        "characters that many fonts lack: 1",
        "  𠮷 U+20BB7: [𠮷]",
    ]
