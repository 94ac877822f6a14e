"""A text or an issue in another script."""

import pytest

from converter.model import Metadata, Run
from converter.script import convert_issue
from tests.script.made import issue_of, texts_of

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
