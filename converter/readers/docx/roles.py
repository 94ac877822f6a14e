"""What a document's paragraphs are, as far as styles, outline levels, lists and sizes tell it for certain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from converter.model import Form, Role
from converter.press.dates import month_in
from converter.press.marks import SENTENCE_ENDS, STOPS
from converter.press.numbers import HAN_NUMBER
from converter.readers.docx.body import Para
from converter.readers.docx.inline import Piece

_ROLES = {
    # styles by name, as Word, LibreOffice and WPS write it, lower-case and without blanks
    Role.HEADLINE: "title 标题 標題 文章标题 主标题",
    Role.DECK: "subtitle 副标题 副標題",
    Role.BYLINE: "author 作者",
    Role.LEAD: "abstract 摘要",
    Role.CAPTION: "caption 题注 標號 imagecaption tablecaption captionedfigure figure illustration 插图 插圖 表格标题",
}
_FORMS = {
    Form.QUOTE: "quote intensequote 引用 明显引用 鮮明引文 引文 blocktext quotations",
    Form.CODE: "sourcecode htmlpreformatted preformattedtext html预设格式",
}
_ROLE_OF = {name: role for role, names in _ROLES.items() for name in names.split()}
_FORM_OF = {name: form for form, names in _FORMS.items() for name in names.split()}

_LIST_STYLE = re.compile(
    r"(?:listbullet|listnumber|列表项目符号|列表编号|項目符號|清單號碼)([2-5])"
)  # each a list of its own
_BIG, _HUGE = 1.3, 1.6  # sizes of a title, as parts of the body's
_TITLE, _SUBHEAD, _PARAGRAPH = 60, 30, 40  # characters
_STOPS = f"{STOPS}；;，,：:"  # a title may end in 、
_MASTHEAD = re.compile(r".{2,8}[报報刊讯訊]")
_NUMBERED = re.compile(r"\d{4}|[号號期]$")
_LOOK = attrgetter("role", "size", "style")
_ASIDE = ("center", "right", "end")
_PART = re.compile(rf"\s*(?:[{HAN_NUMBER}]+\s*[、.．]|第.{1, 4}[章节節部编編])")
_NO_SUBHEAD = re.compile("记者|記者|通讯员|通訊員|作者|编辑|編輯|[摄攝]$|^[（(【〔]|文/|图/|^(?:附件|主送|抄送|签发人)")
_NO_PARAGRAPH = re.compile("^(?:[▲△▼◆图圖]|编者按|編者按|核心提示|提要|内容提要|[（(【〔])|[摄攝](?:影报道)?[）)]?$")


def settle(paragraphs: Sequence[Para]) -> list[Para]:
    """The paragraphs with the roles, forms and depths that are certain; the others are the detector's to read.

    A title that goes over several paragraphs is one.
    """
    for para in paragraphs:
        _by_style(para)
    _lists(paragraphs)
    free = [para for para in paragraphs if para.role is None and para.form is None]
    body = _body_size(free)
    big = [para for para in free if para.look.level is None and _is_big(para, body)]
    _headings(paragraphs, big)
    _kickers(paragraphs, body)
    _subheads(paragraphs)
    if not cut_by_hand(free):
        for para in free:
            if para.role is None and _is_paragraph(para.text.strip()):
                para.role = Role.PARAGRAPH
    _under_headings(paragraphs)
    return _joined(paragraphs)


def cut_by_hand(paragraphs: Sequence[Para]) -> bool:
    """Whether many paragraphs break off: then they are the lines of a text that was cut to a width."""
    texts = [text for para in paragraphs if not para.form and len(text := para.text.strip()) > 15]
    return sum(text[-1] not in SENTENCE_ENDS + "：:）)" for text in texts) * 5 > 2 * len(texts)


def _under_headings(paragraphs: Sequence[Para]) -> None:
    """In a document that has headings of its own, text under them is text; only under a title is there more to tell."""
    structured = any(para.look.level is not None and para.role is Role.SUBHEAD for para in paragraphs)
    headed = titled = below_picture = False
    for para in paragraphs:
        text = para.text.strip()
        if (
            structured
            and titled
            and not headed
            and para.role is None
            and para.look.align in _ASIDE
            and 0 < len(text) <= _SUBHEAD
        ):
            para.role = Role.DECK if text[0] in "—─-" else Role.DATELINE if month_in(text) else Role.BYLINE
        titled = titled or para.role is Role.HEADLINE
        if para.look.level is not None and para.role is Role.SUBHEAD:
            headed = True
        elif para.role is Role.HEADLINE:
            headed = False
        elif headed and para.role is None and text:
            para.role = Role.CAPTION if below_picture and _NO_PARAGRAPH.search(text) else Role.PARAGRAPH
        below_picture = para.role is Role.CAPTION or below_picture and not text


def _joined(paragraphs: Sequence[Para]) -> list[Para]:
    """The paragraphs, those together that are one title: of one look, with nothing between them."""
    made: list[Para] = []
    for para in paragraphs:
        if made and para.role is Role.HEADLINE and para.look.level is None and _LOOK(made[-1]) == _LOOK(para):
            made[-1] = replace(made[-1], pieces=[*made[-1].pieces, *_after(made[-1].text, para.pieces)])
        else:
            made.append(para)
    return made


def _after(text: str, pieces: list[Piece]) -> list[Piece]:
    """The second half of a title: a space before it where Latin words meet."""
    return [Piece(" "), *pieces] if text[-1:].isascii() and "".join(p.text for p in pieces)[:1].isascii() else pieces


def _by_style(para: Para) -> None:
    if para.role is not None:
        return
    if para.style.startswith(("toc", "目录", "目錄", "contentsheading", "contents1", "contents2", "contents3")):
        para.role = Role.FURNITURE
    elif para.style in _ROLE_OF:
        para.role = _ROLE_OF[para.style]
    elif para.style in _FORM_OF:
        para.role, para.form = Role.PARAGRAPH, _FORM_OF[para.style]
    elif para.label and para.label.depth == 1 and (deeper := _LIST_STYLE.fullmatch(para.style)):
        para.label = replace(para.label, depth=int(deeper[1]))
    elif not para.text.strip() and any(piece.image for piece in para.pieces):
        para.role = Role.CAPTION


def _lists(paragraphs: Sequence[Para]) -> None:
    """Bullets and plain numbers make lists; other numbers (一、, 第三条, 2.1) are text, as is a list that doesn't go 1, 2, 3."""
    run: list[Para] = []
    shown = [para for para in paragraphs if para.text.strip() or para.form]
    around = zip([None, *shown], shown, [*shown[1:], None], strict=False)
    neighbours = {id(para): (above, below) for above, para, below in around}
    for para in paragraphs:
        label = para.label if para.role is None and para.look.level is None else None
        if label and (label.plain or not label.text):
            run.append(para)
        elif para.text.strip() or para.form:
            _list(run)
            run = []
            if para.label and para.label.text:
                _say_number(para)
                _number_role(para, neighbours.get(id(para), ()))
    _list(run)


def _list(run: Sequence[Para]) -> None:
    """A row of neighbouring list paragraphs."""
    numbers: dict[int, int] = {}
    plain = True
    for para in run:
        assert para.label
        numbers = {depth: number for depth, number in numbers.items() if depth <= para.label.depth}
        if para.label.text:
            numbers[para.label.depth] = numbers.get(para.label.depth, 0) + 1
            plain = plain and numbers[para.label.depth] == para.label.value
    for para in run:
        assert para.label
        para.role = Role.PARAGRAPH
        if plain or not para.label.text:
            para.form, para.depth = Form.NUMBERED if para.label.text else Form.ITEM, para.label.depth
        else:
            _say_number(para)


def _number_role(para: Para, neighbours: Sequence[Para | None]) -> None:
    """What a numbered paragraph is that is no heading by its style: a short one after 一、 or 第一章 heads a part.

    One beside another of its list is an item.
    """
    assert para.label
    if para.role is None and para.look.level is None:
        text = para.text.strip()
        in_list = any(near and near.label and near.label.list == para.label.list for near in neighbours)
        heads = _PART.match(para.label.text) and len(text) <= _SUBHEAD and text[-1:] not in _STOPS and not in_list
        para.role, para.depth = (Role.SUBHEAD, 1) if heads else (Role.PARAGRAPH, 0)


def _say_number(para: Para) -> None:
    """Put the number that Word shows before the text."""
    assert para.label
    if not para.text.strip():
        return
    number = para.label.text.strip()
    blank = "" if number.endswith(("、", "）", "：", "．")) else " " if number[-1:].isascii() else "　"
    look = para.pieces[0].look
    para.pieces = [Piece(number + blank, replace(look, underline=None, struck=None)), *para.pieces]


def _body_size(paragraphs: Sequence[Para]) -> float:
    """The size of most of the text, in points; Word's own where nothing is said."""
    sizes: Counter[float] = Counter()
    for para in paragraphs:
        sizes[para.size or 10.0] += len(para.text.strip())
    return max(sizes, key=lambda size: (sizes[size], -size), default=10.0)


def _is_big(para: Para, body: float) -> bool:
    text = para.text.strip()
    times = (para.size or 10.0) / body
    if not 0 < len(text) <= _TITLE or text[-1] in _STOPS or _is_masthead(text):
        return False
    return times >= _HUGE or (times >= _BIG and (para.bold or para.look.align == "center"))


def _is_masthead(text: str) -> bool:
    """Whether a line is a paper's name, or says at its end of which month the paper is."""
    month = month_in(text)
    return _MASTHEAD.fullmatch(text) is not None or month is not None and month.end == len(text)


def _headings(paragraphs: Sequence[Para], big: list[Para]) -> None:
    """Titles, headings by level, and big lines; with a title above them the headings are subheads of it."""
    titled = any(para.role is Role.HEADLINE for para in paragraphs)
    levels = [
        para.look.level
        for para in paragraphs
        if para.role is None and para.look.level is not None and para.text.strip()
    ]
    top = min(levels, default=0)
    largest = max((para.size or 0 for para in big), default=0)
    first = next(
        (para for para in paragraphs if para in big or (para.role is None and para.look.level is not None)), None
    )
    if not titled and (not levels or first in big):
        titled = bool(levels)
        for para in big:
            if para.size == largest:
                para.role = Role.HEADLINE
    after = False  # whether the line stands right under a headline, where a deck or a byline does
    for para in paragraphs:
        if para in big and para.role is None and not after:
            para.role, para.depth = Role.SUBHEAD, 1
        elif para.look.level is not None and para.role is None and para.form is None and para.text.strip():
            depth = para.look.level - top + int(titled)
            para.role, para.depth = (Role.SUBHEAD, depth) if depth else (Role.HEADLINE, 0)
        after = para.role is Role.HEADLINE or (after and (para in big or not para.text.strip()))


def _kickers(paragraphs: Sequence[Para], body: float) -> None:
    """The short centred line above a title, larger than the text and smaller than the title."""
    for para, below in pairwise(para for para in paragraphs if para.text.strip()):
        size, text = para.size or 0, para.text.strip()
        fits = para.role is None and below.role is Role.HEADLINE and para.look.align == "center" and _is_subhead(text)
        if fits and 1.1 * body <= size < (below.size or 0) and not _is_masthead(text) and not _NUMBERED.search(text):
            para.role = Role.KICKER


def _subheads(paragraphs: Sequence[Para]) -> None:
    """Short bold lines between paragraphs."""
    begun = False
    for para, below in zip(paragraphs, [*paragraphs[1:], Para([])], strict=False):
        text = para.text.strip()
        if para.role is Role.HEADLINE:
            begun = False
        elif para.role in (None, Role.PARAGRAPH) and len(text) > _PARAGRAPH:
            begun = True
        elif begun and para.role is None and para.bold and _is_subhead(text) and len(below.text.strip()) > len(text):
            para.role, para.depth = Role.SUBHEAD, 1


def _is_subhead(text: str) -> bool:
    return 0 < len(text) <= _SUBHEAD and text[-1] not in _STOPS and not _NO_SUBHEAD.search(text)


def _is_paragraph(text: str) -> bool:
    return len(text) >= _PARAGRAPH and text[-1] in SENTENCE_ENDS and not _NO_PARAGRAPH.search(text)
