"""The text of a page with what was understood of it: ``banmian inspect page.txt --to html``.

One page for a browser, without a request: every block in its role's colour, joins drawn, doubts underlined with their
second reading beside them, a bracket around each article, and a legend that picks roles out. Paragraphs that are sure
are folded to a line; a doubt leads to the next one. A script adds keys for that, and nothing is missing without it.
Where the lines stand on sheets, each sheet is drawn beside its text (``sheets.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from converter.model import Article, Block, Issue, Kind, Line, Role, Section, Source, Span
from converter.views.sheets import Outlined, figure
from converter.views.terminal import CHINESE
from converter.writers.markup.blocks import escape, plain
from converter.writers.markup.labels import is_traditional
from converter.writers.markup.phrases import tied
from converter.writers.markup.story import opening
from converter.writers.markup.styles import sheet
from converter.writers.web.policy import HELD, guarded
from converter.writers.web.shell import titled

KINDS = {
    Kind.ARTICLE: "稿件 article",
    Kind.BRIEFS: "简讯 briefs",
    Kind.PICTURE: "图片 picture",
    Kind.MARGIN: "版面 margin",
}
TRADITIONAL = str.maketrans("报栏题电标图说摄来转杂项简讯数块处开阅读页", "報欄題電標圖說攝來轉雜項簡訊數塊處開閱讀頁")
"""For the words of this file and of ``CHINESE`` alone."""

SHORT = 24
"""Characters of a paragraph that is not worth folding."""

RAILS = 2
"""How many joins that lie over one another are drawn side by side."""


@dataclass(slots=True)
class _Placed:
    """A block and its place in the tree; ``number`` counts blocks, ``story`` and ``item`` articles, from 1.

    ``lines`` are its lines, of which an outline's block has none; ``after`` a doubt is the next one. A block that is
    ``drawn`` on a sheet has its number there.
    """

    block: Block
    number: int
    story: int
    item: int
    lines: list[Line] = field(default_factory=list)
    after: int = 0

    @property
    def drawn(self) -> bool:
        """Whether its lines have places on a sheet."""
        return any(line.box for line in self.lines)


@dataclass(slots=True)
class _Row:
    """A line of the text: a part of one block. ``over`` are the rails of joins that pass by."""

    text: str
    number: int
    gap: bool
    placed: _Placed
    part: int
    parts: int
    page: int | None = None
    rail: int = 0
    over: tuple[int, ...] = ()


def annotated(document: Source | Issue, issue: Issue) -> bytes:
    """The page, UTF-8: ``document`` is what was read, ``issue`` the structure found.

    Its length is in proportion to the text's.
    """
    words = _Words(issue.language)
    stories = [(section, article) for section in issue.sections for article in section.articles]
    blocks = list(_placed(stories))
    rows = list(_rows(document, blocks))
    _lay_rails(rows)
    doubts = list({row.placed.number: row.placed for row in rows if row.placed.block.doubtful}.values())
    for placed, after in pairwise(doubts):
        placed.after = after.number
    sheets = _figures(document, blocks, words)
    main = "".join(_leaves(rows, stories, sheets, words))
    css = sheet("annotated.css") + (sheet("sheets.css") if sheets else "")
    return titled(
        escape(plain(issue.language) or "zh"),
        escape(plain(issue.metadata.source or issue.title)),
        guarded(css, pictures=HELD if sheets else "", code=sheet("annotated.js")),
        ("text", words("跳到正文 skip to the text")),
        f'{_head(issue, stories, blocks, words, bool(sheets))}<main id="text">\n{main}</main>\n',
    )


def _placed(stories: Sequence[tuple[Section, Article]]) -> Iterator[_Placed]:
    """Every block of the tree with its place."""
    number = item = 0
    for story, (_, article) in enumerate(stories, 1):
        for part in article.parts:
            item += isinstance(part, Article)
            for block in [part] if isinstance(part, Block) else part.blocks():
                number += 1
                yield _Placed(block, number, story, 0 if isinstance(part, Block) else item)


def _rows(document: Source | Issue, blocks: Sequence[_Placed]) -> Iterator[_Row]:
    """The lines of a source in its own order; of an outline, which has no source, a row a block."""
    if isinstance(document, Issue):
        for placed in blocks:
            yield _Row(placed.block.text, 0, False, placed, 1, 1)
        return
    homes: dict[Span, tuple[_Placed, int]] = {
        span: (placed, part) for placed in blocks for part, span in enumerate(placed.block.origin, 1)
    }
    for line in document.lines:
        placed, part = homes[line.start, line.end]
        placed.lines.append(line)
        yield _Row(line.text, line.number, line.gap_before > 0, placed, part, len(placed.block.origin), line.page)


def _figures(document: Source | Issue, blocks: Sequence[_Placed], words: _Words) -> dict[int, str]:
    """Each sheet of a source, by its number, with the blocks that stand on it; none where no line has a place."""
    if isinstance(document, Issue):
        return {}
    images = dict(document.images)
    on: dict[int, list[Outlined]] = {}
    for placed in blocks:
        block = placed.block
        name = f"{words.name(block.role)}{f' {_percent(block)}?' if block.doubtful else ''}"
        for page, lines in groupby((line for line in placed.lines if line.page and line.box), lambda line: line.page):
            outlined = Outlined(placed.number, _class(block.role), name, placed.story, block.doubtful, list(lines))
            on.setdefault(page or 0, []).append(outlined)
    return {
        sheet.number: figure(sheet, images.get(sheet.image or ""), on[sheet.number], words.plain(f"第{sheet.number}页"))
        for sheet in document.sheets
        if sheet.number in on
    }


def _lay_rails(rows: Sequence[_Row]) -> None:
    """Give each joined block a rail beside the text, and tell every row in between which rails pass it."""
    laid: dict[int, int] = {}  # block → rail, from its first line to its last
    for row in rows:
        number = row.placed.number
        if row.parts > 1 and number not in laid:
            laid[number] = next((rail for rail in range(RAILS) if rail not in laid.values()), RAILS - 1)
        row.rail = laid.get(number, 0)
        row.over = tuple(sorted({rail for other, rail in laid.items() if other != number}))
        if row.part == row.parts:
            laid.pop(number, None)


class _Words:
    """Words in Chinese, in the document's script, and in English: ``"稿件 article"`` becomes mark-up."""

    def __init__(self, language: str) -> None:
        self.table = TRADITIONAL if is_traditional(language) else {}

    def plain(self, chinese: str) -> str:
        """Words in Chinese alone."""
        return chinese.translate(self.table)

    def name(self, role: Role) -> str:
        """A role's two names, without mark-up."""
        return f"{self.plain(CHINESE[role])} {role.replace('_', ' ')}"

    def __call__(self, both: str) -> str:
        chinese, _, english = both.partition(" ")
        return f'{self.plain(chinese)} <span class="en" lang="en">{english}</span>'

    def role(self, role: Role) -> str:
        """A role's two names."""
        return self(f"{CHINESE[role]} {role.replace('_', ' ')}")


def _head(
    issue: Issue, stories: Sequence[tuple[Section, Article]], blocks: Sequence[_Placed], words: _Words, drawn: bool
) -> str:
    """Title, figures, legend, and the lists of doubts and articles."""
    doubtful = [placed for placed in blocks if placed.block.doubtful]
    joined = sum(len(placed.block.origin) > 1 for placed in blocks)
    shown = [(n, article) for n, (_, article) in enumerate(stories, 1) if article.kind in (Kind.ARTICLE, Kind.BRIEFS)]
    figures = ((len(shown), "稿件 articles"), (len(blocks), "块 blocks"), (joined, "接合 joined"))
    told = "".join(
        f"<li><b>{count}</b> {words(name)}</li>\n" for count, name in (*figures, (len(doubtful), "存疑 in doubt"))
    )
    listed = [
        ("存疑 In doubt", [(f"b{placed.number}", _doubt(placed.block, words, placed.lines)) for placed in doubtful]),
        (
            "稿件 Articles",
            [(f"a{number}", escape(plain(article.title or "") or opening(article))) for number, article in shown],
        ),
    ]
    lists = "".join(_list(name, links, words) for name, links in listed if links)
    return (
        f'<header>\n<h1>{escape(plain(issue.metadata.source or issue.title))}</h1>\n<ul class="figures">\n{told}</ul>\n'
        f"{_legend(blocks, words, drawn)}{lists}</header>\n"
    )


def _legend(blocks: Sequence[_Placed], words: _Words, drawn: bool) -> str:
    """The roles that the page has, each a box to tick: the ticked ones stand out. And what the signs mean."""
    counts = Counter(placed.block.role for placed in blocks)
    boxes = "".join(
        f'<label class="{_class(role)}"><input type="checkbox" id="show-{_class(role)}">{words.role(role)} '
        f"<b>{counts[role]}</b></label>\n"
        for role in Role
        if counts[role]
    )
    on_sheets = (
        f'<span><b class="order">1</b> {words("阅读次序 order of reading")}</span>\n'
        f'<span><i class="sign arrow">→</i> {words("次序跳转 order jumps")}</span>\n'
    )
    dashed = '<i class="sign dashed"></i>'
    signs = (
        f'{on_sheets * drawn}<span><i class="sign join"></i>{words("接合 joined lines")}</span>\n<span><i class="sign '
        f'bracket"></i>{words("稿件 article")}</span>\n<span>{dashed * drawn}<u class="sign">{words("存疑 in doubt")}'
        f'</u></span>\n<span class="keys"><kbd>n</kbd> {words("下一处存疑 next doubt")} <kbd>p</kbd> '
        f"{words('上一处 previous')} <kbd>o</kbd> {words('展开正文 unfold')}</span>\n"
    )
    inside = f'<legend>{words("图例 Legend")}</legend>\n{boxes}<p class="signs">\n{signs}</p>\n'
    return f'<fieldset class="legend">\n{inside}</fieldset>\n'


def _class(role: Role) -> str:
    return role.replace("_", "-")


def _list(name: str, links: Sequence[tuple[str, str]], words: _Words) -> str:
    """A list of places of the text, folded where it is long."""
    items = "".join(f'<li><a href="#{target}">{label}</a></li>\n' for target, label in links)
    fold = "" if len(links) > 12 else " open"
    return f"<details{fold}>\n<summary>{words(name)} <b>{len(links)}</b></summary>\n<ol>\n{items}</ol>\n</details>\n"


def _doubt(block: Block, words: _Words, lines: Sequence[Line] = ()) -> str:
    """``第17行 正文 paragraph 89% 或 or 图片说明 caption``; with no other role likely, the block's edges are unsure."""
    other = f"{words('或 or')} {words.role(block.second)}" if block.second else words("起止未定 edges unsure")
    return f"{f'第{lines[0].number}行 ' if lines else ''}{words.role(block.role)} <b>{_percent(block)}</b> {other}"


def _percent(block: Block) -> str:
    """The confidence, rounded down: a doubt just below the bound does not look as if it were none."""
    return f"{int(block.confidence * 100)}%"


def _leaves(
    rows: Sequence[_Row], stories: Sequence[tuple[Section, Article]], figures: dict[int, str], words: _Words
) -> Iterator[str]:
    """The rows in their brackets, those of a sheet beside it."""
    brackets = _Brackets(rows, stories, words)
    for page, members in groupby(rows, key=lambda row: row.page):
        inside = "".join(brackets.around(list(members)))
        figure = figures.get(page or 0)
        yield f'<div class="sheet">\n{figure}<div class="beside">\n{inside}</div>\n</div>\n' if figure else inside


class _Brackets:
    """The brackets around articles. One whose lines another's interrupt has a bracket in pieces."""

    def __init__(self, rows: Sequence[_Row], stories: Sequence[tuple[Section, Article]], words: _Words) -> None:
        self.stories, self.words = stories, words
        self.left = Counter(row.placed.story for row in rows)
        self.begun: set[int] = set()
        self.above: Section | None = None

    def around(self, rows: Sequence[_Row]) -> Iterator[str]:
        """The next rows in their brackets."""
        for story, members in groupby(rows, key=lambda row: row.placed.story):
            section, article = self.stories[story - 1]
            if section is not self.above and (page := plain(" ".join(filter(None, (section.page, section.name))))):
                yield f'<h2 class="page">{self.words("版 page")} {escape(page)}</h2>\n'
            self.above = section
            yield self._bracket(story, article, list(members))

    def _bracket(self, story: int, article: Article, rows: Sequence[_Row]) -> str:
        """A piece of an article in its bracket, named where it begins."""
        self.left[story] -= len(rows)
        begun = story in self.begun
        pieces = " begun" * begun + " unended" * (self.left[story] > 0)
        named = not begun and article.kind is not Kind.MARGIN
        name = f'<h2 id="a{story}">{self.words(KINDS[article.kind])}</h2>\n' if named else ""
        self.begun.add(story)
        tag = "section" if name else "div"
        inside = "".join(_items(rows, self.words))
        return f'<{tag} class="story {article.kind}{pieces}">\n{name}{inside}</{tag}>\n'


def _items(rows: Sequence[_Row], words: _Words) -> Iterator[str]:
    """The rows of one article, those of each item in a bracket of its own."""
    for item, members in groupby(rows, key=lambda row: row.placed.item):
        inside = "".join(_block(list(lines), words) for _, lines in groupby(members, key=lambda row: row.placed.number))
        yield f'<div class="item">\n{inside}</div>\n' if item else inside


def _block(rows: Sequence[_Row], words: _Words) -> str:
    """Neighbouring lines of one block beside its role; the role is a link, so that the tab key walks through blocks."""
    placed = rows[0].placed
    block, number = placed.block, placed.number
    doubt = block.doubtful
    first = rows[0].part == 1
    note = _note(placed, words) if doubt and first else ""
    told = f' aria-describedby="n{number}"' if doubt else ""
    name = f' id="b{number}"' if first else ""
    sure = f" <b>{_percent(block)}?</b>" if doubt else ""
    order = f'<b class="order">{number}</b> ' if placed.drawn else ""
    return (
        f'<div class="block {_class(block.role)}{" doubt" * doubt}{" gap" * rows[0].gap}">\n'
        f'<a class="tag"{name} href="#b{number}"{told}>{order}{words.role(block.role)}{sure}</a>\n'
        f"{_folded(rows) if _folds(rows) else _lines(rows)}{note}</div>\n"
    )


def _note(placed: _Placed, words: _Words) -> str:
    """What a doubtful block may be instead, and the way to the next doubt."""
    after = f' <a class="next" href="#b{placed.after}">{words("下一处 next")}</a>' if placed.after else ""
    return f'<p class="note"><span id="n{placed.number}">{_doubt(placed.block, words)}</span>{after}</p>\n'


def _folds(rows: Sequence[_Row]) -> bool:
    """Whether the lines are a whole paragraph that is sure, and more than a phone's line."""
    block = rows[0].placed.block
    whole = len(rows) == rows[0].parts and block.role is Role.PARAGRAPH and not block.doubtful
    return whole and (len(rows) > 1 or len(rows[0].text) > SHORT)


def _lines(rows: Sequence[_Row]) -> str:
    return f'<div class="lines">\n{"".join(map(_line, rows))}</div>\n'


def _folded(rows: Sequence[_Row]) -> str:
    """The lines folded: the first shows its beginning, and how many are joined."""
    first, *others = rows
    count = f'<span class="count">⤶{len(rows)}</span>' if others else ""
    inside = "".join(map(_line, others))
    return f'<details class="lines">\n<summary>{_line(first, "span").rstrip()}{count}</summary>\n{inside}</details>\n'


def _line(row: _Row, tag: str = "p") -> str:
    """A line with its number, and its piece of each rail: into it, out of it, past it."""
    rails = "".join(f'<i class="rail over r{rail}"></i>' for rail in row.over)
    if row.part > 1:
        rails += f'<i class="rail in r{row.rail}"></i>'
    if row.part < row.parts:
        rails += f'<i class="rail out r{row.rail}"></i>'
    number = f'<span class="number">{row.number}</span>' if row.number else ""
    text = "\t".join(filter(str.strip, row.text.split("\t")))  # a table's empty cells would be wide gaps
    inside = f'{number}{rails}<span class="text">{tied(escape(text))}</span>'
    return f'<{tag} class="line{" gap" * row.gap}">{inside}</{tag}>\n'
