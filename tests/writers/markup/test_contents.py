"""The contents: each entry under the last one before it that is less deep."""

from __future__ import annotations

from converter.readers.outline import HEADER, read_outline
from converter.writers.epub.volume import bind
from converter.writers.markup.blocks import Markup
from converter.writers.markup.contents import Entry, nested
from converter.writers.markup.labels import labels_for

VOLUMES = """
article
headline⇥石桥渡
paragraph⇥一本书。

article
headline 1⇥第一卷 山中

article
headline 2⇥第一章 断崖
subhead⇥第一节 绳子
paragraph⇥绳子是新的。

article
headline 2⇥第二章 归途
paragraph⇥背篓是空的。

article
headline 1⇥第二卷 水上

article
headline 2⇥第一章 灯船
paragraph⇥灯船没有点灯。
"""


def shape(entries: tuple[Entry, ...]) -> list[object]:
    """The labels, those under an entry in a list after it."""
    return [part for entry in entries for part in (entry.label, *([shape(entry.children)] if entry.children else ()))]


def test_what_an_entry_has_under_it_stays() -> None:
    """A chapter's sections come before the stories that stand under it."""
    section = Entry("节", "#c")
    assert nested([Entry("卷", "#a", (section,)), Entry("章", "#b", depth=2)]) == (
        Entry("卷", "#a", (section, Entry("章", "#b", depth=2))),
    )


def test_chapters_stand_under_their_volume() -> None:
    """Each is a document of its own, under the volume's title in the contents of a book."""
    issue = read_outline((HEADER + VOLUMES.replace("⇥", "\t")).encode())
    labels = labels_for(issue.language)
    volume = bind(issue, labels, Markup(True, {}, labels))
    assert shape(volume.entries) == [
        "石桥渡",
        "第一卷 山中",
        ["第一章 断崖", ["第一节 绳子"], "第二章 归途"],
        "第二卷 水上",
        ["第一章 灯船"],
    ]
    assert len(volume.documents) == 6
