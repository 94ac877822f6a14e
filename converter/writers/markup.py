"""Blocks → mark-up that is XHTML and, without its EPUB attributes, HTML too.

Mark-up is made as text and every piece of text passes ``escape``: so it is well formed, has no white space that the
document has not, and no library has to read it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from converter.model import Article, Block, Kind, Mark, Role, Run

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What is outside of XML 1.0's production ``Char``: C0 controls, lone surrogates, U+FFFE and U+FFFF (the class that is
not negated: it compiles ten times as fast)."""

BLANKS = re.compile(r"[ \t\n\r\f\v]+")
ALL_BLANKS = re.compile(r"\s+")
"""In a heading the full-width space goes too: the contents and the heading have to be the same text."""

LINK = re.compile(
    r"https?://(?!\S*xn--)\w[\w-]*(\.\w[\w-]*)*(:\d{1,4})?(?=[/?#]|$)([\w./:@!$&'()*+,;=~?-]|%[0-9A-F]{2})*"
    r"(#([\w./:@!$&'()*+,;=~?-]|%[0-9A-F]{2})*)?"
    r"|mailto:[\w.+-]+@\w[\w-]*(\.\w[\w-]*)+",
    re.ASCII | re.IGNORECASE,
)
"""The addresses that a link may have: those of the web and of mail, as RFC 3986 writes them in ASCII."""

INLINE = {Mark.DATELINE: ('<span class="dateline">', "</span>"), Mark.STRONG: ("<strong>", "</strong>")}
INLINE[Mark.EMPHASIS] = ("<em>", "</em>")

def escape(text: str) -> str:
    """``text`` for an element or a quoted attribute; what XML cannot hold is left out."""
    text = UNWRITABLE.sub("", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def plain(text: str) -> str:
    """``text`` as one line without blanks around it; what XML cannot hold is left out."""
    return " ".join(UNWRITABLE.sub("", text).split())


class Markup:
    """Writes the articles of one issue. ``epub`` says whether EPUB's attributes and XML's empty tags are wanted.

    ``pictures`` gives the address of a picture by its name in the source.
    """

    def __init__(self, epub: bool, pictures: dict[str, str], picture_label: str) -> None:
        self.end = "/>" if epub else ">"
        self.subtitle = ' epub:type="subtitle" role="doc-subtitle"' if epub else ' role="doc-subtitle"'
        self.pictures = pictures
        self.picture_label = picture_label

    def margin(self, article: Article) -> str:
        """A picture or margin matter, beside the stories: no headings."""
        blocks = "".join(self.block(block) for block in article.blocks())
        name = "picture" if article.kind is Kind.PICTURE else "margin"
        return f'<div class="{name}">{blocks}</div>\n' if blocks else ""

    def block(self, block: Block) -> str:
        """A block that is no heading; nothing where it has neither text nor a picture."""
        text, figure = self.inline(block.runs), self.figure(block.runs)
        if not text:
            return figure
        if figure and block.role in (Role.CAPTION, Role.CREDIT):
            return figure.replace("</figure>", f"<figcaption>{text}</figcaption></figure>")
        if block.role is Role.PARAGRAPH or block.role is Role.LEAD:
            return f"{figure}<p>{text}</p>\n"
        extra = self.subtitle if block.role is Role.DECK else ""
        return f'{figure}<p class="{block.role.replace("_", "-")}"{extra}>{text}</p>\n'

    def figure(self, runs: Iterable[Run]) -> str:
        """The pictures among ``runs``."""
        names = [run.image for run in runs if run.image in self.pictures]
        images = "".join(
            f'<img src="{self.pictures[name]}" alt="{self.picture_label}"{self.end}' for name in names if name
        )
        return f"<figure>{images}</figure>\n" if images else ""

    def inline(self, runs: Sequence[Run], blanks: re.Pattern[str] = BLANKS) -> str:
        """The text of ``runs`` with its marks; blanks at either end left out, ``blanks`` made one space."""
        texts = [blanks.sub(" ", UNWRITABLE.sub("", run.text)) for run in runs]
        blank_before = True
        for number, text in enumerate(texts):
            texts[number] = text.lstrip() if blank_before else text
            blank_before = texts[number][-1:].isspace() if texts[number] else blank_before
        for number in range(len(texts) - 1, -1, -1):
            texts[number] = texts[number].rstrip()
            if texts[number]:
                break
        return "".join(_marked(run, text) for run, text in zip(runs, texts, strict=True) if text)


def _marked(run: Run, text: str) -> str:
    """A run's text within its mark and its link."""
    before, after = INLINE[run.mark] if run.mark else ("", "")
    if run.href and LINK.fullmatch(run.href):
        before, after = f'{before}<a href="{escape(run.href)}">', f"</a>{after}"
    return f"{before}{escape(text)}{after}"
