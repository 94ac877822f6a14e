"""Footnotes are known by the links that lead to them and back."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from converter.model import Form, Mark, Run
from converter.readers.html.notes import NUMBER, notes_of
from tests.readers.html.pages import page


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", "1"),
        ("[12]", "12"),
        ("（③）", "③"),
        ("〔a〕", "a"),
        (" * ", "*"),
        ("1234", None),
        ("甲", None),
        ("ab", None),
    ],
)
def test_numbers(text: str, number: str | None) -> None:
    """Up to three digits, a circled one, a letter or a sign, with or without brackets."""
    found = NUMBER.fullmatch(text.strip())
    assert (found and found[1]) == number


@pytest.mark.parametrize(
    ("body", "notes", "back"),
    [
        ('<p>潮<a href="#n">1</a></p><p id="n">注 <a href="#r" class="backlink">↩</a></p>', {"n": "1"}, []),
        ('<p>潮<a id="r" href="#n">1</a></p><p id="n">注 <a href="#r">↩</a></p>', {"n": "1"}, ["↩"]),
        ('<p>潮<a href="#n">1</a></p><p><a id="n"></a>注</p>', {"n": "1"}, []),
        ('<p>潮<a href="#n">1</a></p><div><p><a name="n">注</a></p></div>', {"n": "1"}, []),
        (
            '<p>潮<a href="#n">1</a></p><p id="n">注 <a href="#x" role="doc-backlink">2</a></p><p id="x">文</p>',
            {"n": "1"},
            ["2"],
        ),
        ('<p>潮<a href="#n">1</a></p><p id="m"><a id="n">1</a>注</p>', {"n": "1", "m": "1"}, []),
        ('<p>见<a href="#n">下文</a></p><p id="n">文</p>', {}, []),
        ('<p>潮<a href="#n">1</a></p><h2 id="n">章</h2>', {}, []),
        ('<p>潮<a href="b.html#n">1</a></p><p id="n">注</p>', {}, []),
        ('<p>潮<a href="#x">1</a></p><p id="n">注</p>', {}, []),
        ('<p id="n">潮<a href="#n">1</a></p>', {}, []),
    ],
    ids="sign both-ways anchor name role paragraph word heading elsewhere nowhere itself".split(),
)
def test_notes(body: str, notes: dict[str, str], back: list[str]) -> None:
    """A number that leads to another paragraph is a note's; a heading, a word and another page are none."""
    found, leading_back = notes_of(document_fromstring(f"<body>{body}</body>"))
    assert (found, sorted(link.text for link in leading_back)) == (notes, back)


@pytest.mark.parametrize(
    "note",
    [
        '<div id="sdfootnote1"><p class="sdfootnote">'
        '<a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>桥长。</p></div>',
        '<p class="MsoFootnoteText"><a id="sdfootnote1sym" href="#sdfootnote1anc">[1]</a> 桥长。</p>',
        '<ol><li id="sdfootnote1sym">桥长。<a href="#sdfootnote1anc">↩</a></li></ol>',
    ],
    ids=["LibreOffice", "Word", "list"],
)
def test_notes_as_programs_write_them(note: str) -> None:
    """The note is the paragraph of the number that the link leads to; its number leads back and stands once."""
    source = page(f'<p>通车<sup><a name="sdfootnote1anc" href="#sdfootnote1sym">1</a></sup>。</p><p>又。</p>{note}')
    assert source.lines[0].runs == (Run("通车"), Run("1", Mark.NOTE), Run("。"))
    assert source.lines[2].runs == (Run("1", Mark.NOTE), Run("桥长。"))
    assert source.lines[2].form is Form.NOTE
