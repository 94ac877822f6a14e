"""Blocks → mark-up that is XHTML and, without its EPUB attributes, HTML too.

Mark-up is made as text and every piece of text passes ``escape``: so it is well formed, has no white space that the
document has not, and no library has to read it again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from types import MappingProxyType

from converter.model import LETTER, Block, Mark, Role, Run
from converter.press.marks import CLOSING, OPENING
from converter.press.patterns import later
from converter.writers.markup.labels import HANS, HANT
from converter.writers.markup.links import LINKED, NAMED
from converter.writers.markup.notes import KEY, REFERENCE
from converter.writers.markup.phrases import closed_up, is_solid, names_set, phrased, tied
from converter.writers.markup.room import BOUNDLESS, Room
from converter.writers.markup.times import TELLING, timed

UNWRITABLE = later("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What is outside of XML 1.0's production ``Char``: C0 controls, lone surrogates, U+FFFE and U+FFFF (the class that is
not negated: it compiles ten times as fast)."""

BLANKS = later(r"[ \t\n\r\f\v]+")
ALL_BLANKS = later(r"\s+")
"""In a heading the full-width space goes too: the contents and the heading have to be the same text."""

_WIDE_OPENING, _WIDE_CLOSING = ("".join(mark for mark in marks if mark > "\u3000") for marks in (OPENING, CLOSING))
NEEDLESS = later(f"(?<=[{_WIDE_OPENING}]) | (?=[{_WIDE_CLOSING}，。、；：！？])")
"""Blanks inside brackets and before marks, which are as wide as a character already: a line would be broken there; not
beside curly quotes, which are Latin text's too."""

LINK = later(
    r"https?://(?!\S*xn--)\w[\w-]*(\.\w[\w-]*)*(:\d{1,4})?(?=[/?#]|$)([\w./:@!$&'()*+,;=~?-]|%[0-9A-F]{2})*"
    r"(#([\w./:@!$&'()*+,;=~?-]|%[0-9A-F]{2})*)?"
    r"|mailto:[\w.+-]+@\w[\w-]*(\.\w[\w-]*)+",
    re.ASCII | re.IGNORECASE,
)
"""The addresses that a link may have: those of the web and of mail, as RFC 3986 writes them in ASCII."""

INLINE = {
    Mark.DATELINE: ('<span class="dateline">', "</span>"),
    Mark.STRONG: ("<strong>", "</strong>"),
    Mark.EMPHASIS: ("<em>", "</em>"),
    Mark.UNDERLINE: ("<u>", "</u>"),
    Mark.STRUCK: ("<s>", "</s>"),
    Mark.SUP: ("<sup>", "</sup>"),
    Mark.SUB: ("<sub>", "</sub>"),
    Mark.CODE: ("<code>", "</code>"),
    Mark.NOTE: REFERENCE,
    Mark.SPAN: ("", ""),
    Mark.PAGE: ("", ""),
}

TITLES = (Role.HEADLINE, Role.COLUMN_TITLE, Role.KICKER, Role.DECK, Role.SUBHEAD)
"""The roles whose lines are broken between words."""

SIGNED = (Role.BYLINE, Role.CAPTION, Role.CREDIT, Role.SIGNATURE, Role.COLUMN_NOTE, Role.SOURCE_NOTE)
"""The roles that name people."""

LISTING = (Role.BYLINE, Role.COLUMN_NOTE)
"""Those of them that are lists of names."""

NAMELESS = ("", HANS["picture"], HANT["picture"])
"""What is said of a picture of which nothing is known."""

COLUMN = 200.0
"""Points of the narrowest picture that is shown as wide as there is room."""

FIGURE = '<figure class="picture'
"""How the mark-up of pictures begins."""

TALL = 0.8
"""How high a picture is for its width, from where one as wide as a page leaves too little of it for a headline."""

LOW = 240
"""Pixels of a picture that leaves room on a phone's page whatever its shape."""

SIGN = 40
"""Pixels of the highest picture within text that stands for a character or sign, where no document says how wide it is:
one that a font of its time lacked is 12 to 40 pixels high in the books that have such."""

SEMANTICS = {Role.KICKER: "subtitle", Role.DECK: "subtitle", Role.CREDIT: "credit"}
"""Terms of the EPUB 3 Structural Semantics Vocabulary that DPUB-ARIA has too, with ``doc-`` before them."""


def writable(text: str) -> str:
    """``text`` without what XML cannot hold; what is printable, as most text, has none of it."""
    return text if text.isprintable() else UNWRITABLE.sub("", text)


def escape(text: str) -> str:
    """``text`` for an element or a quoted attribute; what XML cannot hold is left out."""
    return _quoted(writable(text))


def _quoted(text: str) -> str:
    """``text``, which XML can hold, for an element or a quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def plain(text: str) -> str:
    """``text`` as one line without blanks around it; what XML cannot hold is left out."""
    return text if is_solid(text) else " ".join(writable(text).split())


class Markup:
    """Writes the blocks of one issue. ``epub`` says whether EPUB's attributes and XML's empty tags are wanted.

    ``pictures`` gives the address of a picture by its name in the source; ``labels`` are the words that are added;
    ``room`` is how much goes into an element; ``lazy`` lets a browser load pictures when they are nearly seen;
    ``sizes`` are the pixels of pictures, where they are known, by the names in the source.
    """

    def __init__(
        self,
        epub: bool,
        pictures: dict[str, str],
        labels: dict[str, str],
        room: Room = BOUNDLESS,
        lazy: bool = False,
        sizes: Mapping[str, tuple[int, int]] = MappingProxyType({}),
    ) -> None:
        self.room = room
        self.end = "/>" if epub else ">"
        self.break_here = f"<wbr{self.end}"
        self.epub = epub
        self.pictures = pictures
        self.sizes = sizes
        self.labels = labels
        self.waits = ' loading="lazy"' if lazy else ""

    def block(self, block: Block) -> str:
        """A block that is no heading and has no form; nothing where it has neither text nor a picture."""
        runs: Sequence[Run] = block.runs
        if block.role in SIGNED:
            runs = reworded(runs, partial(names_set, apart=block.role in LISTING))
        elif block.role in TITLES:
            runs = reworded(runs, closed_up)
        text = self.inline(runs)
        if not text:
            return ""
        if block.role is Role.PARAGRAPH or block.role is Role.LEAD:
            return f'<p class="drawn">{text}</p>\n' if text.startswith("<img") else f"<p>{text}</p>\n"
        if block.role in TITLES:
            text = self.title(text)
        elif block.role in TELLING:
            text = timed(text)
        return f'<p class="{block.role.replace("_", "-")}"{self.semantics(block.role)}>{text}</p>\n'

    def title(self, text: str) -> str:
        """The mark-up of a heading or of a line beside one, with the places where it may be broken."""
        return phrased(text, self.break_here)

    def semantics(self, role: Role) -> str:
        """The attributes that say what a block is, in EPUB's vocabulary and in ARIA's; the two always agree."""
        if role not in SEMANTICS:
            return ""
        kind = SEMANTICS[role]
        return f' epub:type="{kind}" role="doc-{kind}"' if self.epub else f' role="doc-{kind}"'

    def figures(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Neighbouring captions and credits: pictures, in a figure with the words after them."""
        pictures: list[Run] = []
        told: list[Block] = []
        for block in blocks:
            shown = list(takewhile(lambda run: run.image in self.pictures, block.runs))
            if shown and told:
                yield from self._figure(pictures, told)
                pictures, told = [], []
            pictures += shown
            words = replace(block, runs=block.runs[len(shown) :])
            told += [words] if plain(words.text) or any(run.image for run in words.runs) else []
        yield from self._figure(pictures, told)

    def _figure(self, pictures: Sequence[Run], told: Sequence[Block]) -> Iterator[str]:
        """Pictures with what is said of them, after which one is named that has no other name."""
        name = plain(" ".join(block.text for block in told))
        named = (replace(one, text=name) if name and plain(one.text) in NAMELESS else one for one in pictures)
        images, words = "".join(self.inline([one]) for one in named), "".join(map(self.block, told))
        if images:
            caption = f"<figcaption>\n{words}</figcaption>" if words else ""
            # in a book in a div: MuPDF moves a picture that stands in a figure itself above the headline
            images = f"\n<div>{images}</div>\n" if self.epub else images
            yield f'{FIGURE}{self._standing(pictures)}">{images}{caption}</figure>\n'
        elif words:
            yield f'<div class="picture">\n{words}</div>\n'

    def _standing(self, pictures: Sequence[Run]) -> str:
        """What a figure is called besides where a picture of it is tall, and as wide as there is room."""
        sizes = (self.sizes.get(run.image or "", (1, 0)) for run in pictures if not run.width)
        return " tall" if any(height > max(TALL * width, LOW) for width, height in sizes) else ""

    def inline(self, runs: Sequence[Run], blanks: re.Pattern[str] = BLANKS) -> str:
        """The text of ``runs`` with its marks; blanks at either end left out, ``blanks`` made one space."""
        if len(runs) == 1 and runs[0] == Run(runs[0].text):  # as most blocks are: text alone
            return tied(_quoted(_spaced(runs[0].text, blanks).strip()))
        runs = _settled(runs) if len(runs) > 1 else runs
        texts = [_spaced(run.text, blanks) for run in runs]
        blank_before = True
        for number, text in enumerate(texts):
            texts[number] = text.lstrip() if blank_before else text
            blank_before = texts[number][-1:].isspace() if texts[number] else blank_before
        for number in range(len(texts) - 1, -1, -1):
            texts[number] = texts[number].rstrip()
            if texts[number] or runs[number].image:
                break
        within = bool(self.sizes) and any(text and not run.image for run, text in zip(runs, texts, strict=True))
        return "".join(self.piece(run, text, within) for run, text in zip(runs, texts, strict=True))

    def piece(self, run: Run, text: str, within: bool = False) -> str:
        """A run's ``text`` within its mark and its link, or its picture with the text as what is said of it.

        ``within`` says that there is text beside it.
        """
        if run.mark is Mark.SPAN:
            return tied(escape(text))
        shown = self._picture(run, text, within) if run.image in self.pictures else tied(escape(text))
        if run.mark is Mark.NOTE and (inside := _inside(run)):
            shown += KEY + inside
        if run.mark is Mark.PAGE and run.name:
            return self.page_mark(run.name) + shown
        before, after = INLINE[run.mark] if run.mark else ("", "")
        if run.href and (link := _link(run, shown)):
            before, after = f"{before}<a{link}>", f"</a>{after}"
        if run.name:
            before, after = f"<span{NAMED.format(escape(run.name))}>{before}", f"{after}</span>"
        return f"{before}{shown}{after}" if shown or run.name else ""

    def _picture(self, run: Run, text: str, within: bool) -> str:
        said = escape(text).strip() or self.labels["picture"]
        shown = self._shown_as(run, within)
        return f'<img src="{self.pictures[run.image or ""]}" alt="{said}"{shown}{self.waits}{self.end}'

    def _shown_as(self, run: Run, within: bool) -> str:
        """The attributes for a picture that is shown as wide as its run says; one as wide as a column has all the room.

        A browser is told the shape too, so that nothing moves when the picture comes; a reading system is not, as one
        without the style sheet would take it for the size.
        """
        size = self.sizes.get(run.image or "")
        if _is_sign(run.width, size, within):
            return ' class="glyph"'
        width = round(run.width * 4 / 3) if run.width and run.width < COLUMN else 0
        if self.epub or not size:
            return f' width="{width}"' if width else ""
        width = width or size[0]
        return f' width="{width}" height="{max(1, round(width * size[1] / size[0]))}"'

    def page_mark(self, number: str) -> str:
        """Where a page of the printed book begins (EPUB Accessibility 1.1, page navigation)."""
        label = escape(number)
        place = NAMED.format(f"page {label}")
        if not self.epub:  # a web page has no list of pages, and a separator has no name there
            return f"<span{place}></span>"
        return f'<span epub:type="pagebreak" role="doc-pagebreak"{place} aria-label="{label}"></span>'


def _spaced(text: str, blanks: re.Pattern[str]) -> str:
    """``text`` with ``blanks`` made one space, without those that are needless and without what XML cannot hold. Most
    Chinese text has no blank.
    """
    if is_solid(text):  # what XML cannot hold is not seen
        return text
    return NEEDLESS.sub("", blanks.sub(" ", writable(text)))


def _is_sign(width: float | None, size: tuple[int, int] | None, within: bool) -> bool:
    """Whether a picture stands for a character, and is shown as high as one."""
    if width is not None:
        return width <= LETTER
    return within and size is not None and 6 <= size[1] <= SIGN and size[0] <= 2 * size[1]


def _inside(run: Run) -> str:
    """The name of the place of the issue that the run leads to; empty where it leads to none."""
    return escape(run.href[1:]) if run.href and run.href.startswith("#") else ""


def _link(run: Run, shown: str) -> str:
    """The attribute of the run's link; empty where it has none, or one that no reader may follow."""
    if inside := _inside(run):
        return "" if run.mark is Mark.NOTE else LINKED.format(inside)
    if run.href and (shown.strip() or not run.text.isspace()) and LINK.fullmatch(run.href):
        return f' href="{escape(run.href)}"'
    return ""


def reworded(runs: Sequence[Run], change: Callable[[str], str]) -> list[Run]:
    """The runs with their words changed."""
    return [run if (text := change(run.text)) == run.text else replace(run, text=text) for run in runs]


def _settled(runs: Sequence[Run]) -> list[Run]:
    """The runs with neighbours of one mark as one, and a blank between two marks in the first.

    Alone between two elements it would look like formatting.
    """
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else Run("")
        own = bool(
            run.image or run.name or before.image or before.name or {run.mark, before.mark} & {Mark.NOTE, Mark.PAGE}
        )
        alike = (run.mark, run.href) == (before.mark, before.href)
        blank = run.text.isspace() and before.mark and not run.mark and run.href == before.href
        if found and not own and (alike or blank):
            found[-1] = replace(before, text=before.text + run.text)
        else:
            found.append(run)
    return found
