"""Simplified ⇄ traditional over whole blocks."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import UnknownScript
from converter.model import Article, Block, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.script import configurations, convert_issue
from converter.script.engine import converter
from converter.script.passage import Passage
from converter.script.target import way

LANGUAGES = {
    "s2t": "zh-Hant",
    "s2tw": "zh-Hant-TW",
    "s2twp": "zh-Hant-TW",
    "t2tw": "zh-Hant-TW",
    "s2hk": "zh-Hant-HK",
    "t2hk": "zh-Hant-HK",
    "t2s": "zh-Hans",
    "tw2s": "zh-Hans",
    "tw2sp": "zh-Hans",
    "hk2s": "zh-Hans",
    "tw2t": "zh-Hant",
    "hk2t": "zh-Hant",
    "t2jp": "ja",
    "jp2t": "zh-Hant",
}


def issue_of(*runs: Run, name: str | None = None, metadata: Metadata = Metadata()) -> Issue:
    """An issue of one paragraph."""
    article = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, runs),))
    return Issue((Section((article,), "05", name),), metadata)


def convert_text(text: str, config: str) -> str:
    """``text`` by OpenCC's configuration and the words' edges, with no names and with its own quotes."""
    return Passage(way(config, text)).convert((text,))[0]


def texts_of(issue: Issue) -> list[str]:
    """The texts of the runs of the first block."""
    return [run.text for run in next(issue.blocks()).runs]


def test_configurations_are_the_installed_ones() -> None:
    """Every configuration that the installed OpenCC offers is listed, sorted, without its suffix."""
    import opencc

    assert set(configurations()) == {name.split(".")[0] for name in opencc.CONFIGS}
    assert {*LANGUAGES} <= {*configurations()}
    assert list(configurations()) == sorted(configurations())


@pytest.mark.parametrize("config", configurations())
def test_every_configuration_converts(config: str) -> None:
    """Every configuration listed can be loaded and leaves what is no Chinese alone."""
    assert convert_text("Banmian 2021, ①", config) == "Banmian 2021, ①"
    assert convert_text("山，A", config) == "山，A"


@pytest.mark.parametrize(("config", "language"), LANGUAGES.items())
def test_language_follows(config: str, language: str) -> None:
    """The issue's language is the one that the configuration writes."""
    assert convert_issue(issue_of(Run("字")), config).language == language


def test_names_and_titles_are_converted() -> None:
    """Section names, title, paper and author change with the text; the file's name does not."""
    data = Metadata(title="图书", paper="汉江晚报", author="陈树", page_name="要闻", page="05", source="页面.txt")
    changed = convert_issue(issue_of(Run("图书馆"), name="要闻", metadata=data), "s2t")
    assert changed.metadata == Metadata("圖書", "漢江晚報", None, "05", "要聞", "陳樹", "页面.txt")
    assert changed.sections[0].name == "要聞"
    assert texts_of(changed) == ["圖書館"]


def test_a_word_across_two_runs_is_seen_whole() -> None:
    """理发 is 理髮 also where a mark begins between its characters; marks and links stay on their runs."""
    runs = (Run("他去理", Mark.STRONG), Run("发了", href="发.html"))
    changed = convert_issue(issue_of(*runs), "s2t")
    assert next(changed.blocks()).runs == (Run("他去理", Mark.STRONG), Run("髮了", href="发.html"))


def test_runs_are_cut_where_a_phrase_changed_its_length() -> None:
    """程序员 becomes two characters longer, and the runs after it still begin with their own text."""
    changed = convert_issue(issue_of(Run("程序员说，"), Run("程序", Mark.STRONG), Run("在这里")), "s2twp")
    assert texts_of(changed) == ["程式設計師說，", "程式", "在這裡"]


def test_a_longer_phrase_across_a_cut_loses_nothing() -> None:
    """A phrase that lies across a cut and changes its length is somewhere in the two runs, once."""
    texts = texts_of(convert_issue(issue_of(Run("老程序"), Run("员说"), Run("好")), "s2twp"))
    assert "".join(texts) == "老程式設計師說好"
    assert texts[2] == "好"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(alphabet="程序员打印机里发干后 a，\ud800", max_size=6), min_size=1, max_size=5))
def test_cutting_loses_nothing(texts: list[str]) -> None:
    """However a block is cut into runs, there are as many runs as before and they give the whole block's conversion."""
    for config in ("s2twp", "t2s"):
        changed = texts_of(convert_issue(issue_of(*map(Run, texts)), config))
        assert len(changed) == len(texts)
        assert ["".join(changed)] == texts_of(convert_issue(issue_of(Run("".join(texts))), config))


def test_half_characters_stay() -> None:
    """A lone surrogate, which OpenCC cannot take, stays where it was and the text around it is converted."""
    assert convert_text("图\ud800书\udfff\udc00馆", "s2t") == "圖\ud800書\udfff\udc00館"


def test_unknown_configuration_names_the_known() -> None:
    """A misspelt configuration is an error that lists the right names."""
    with pytest.raises(UnknownScript, match="s2tx.*use one of zh-Hans, .*hk2s, .*s2twp"):
        convert_text("字", "s2tx")


def test_a_file_in_the_current_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file named like a configuration, in the folder where the command runs, changes nothing."""
    (tmp_path / "s2hk.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    converter.cache_clear()
    assert convert_text("图书", "s2hk") == "圖書"


def test_threads_agree() -> None:
    """Eight threads that convert at once get what one gets."""
    text = "理发店里的面条，干燥的头发。" * 200
    expected = convert_text(text, "s2tw")
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: convert_text(text, "s2tw"), range(64))) == {expected}
