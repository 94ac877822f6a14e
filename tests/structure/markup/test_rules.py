"""One page in several formats is one page: what type means does not depend on how a file says it."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

import converter
from converter.model import Line, Opens, Role, Source
from converter.readers.docx import read_docx
from converter.readers.html.page import read_html
from converter.readers.text import read_text
from converter.structure.markup import settle
from tests.structure.markup.setting import source


@dataclass(frozen=True)
class Set:
    """A line of a page: its role there, its text, its size in points, whether it is bold, whether centred."""

    role: str
    text: str
    size: float
    bold: bool = False
    centred: bool = False


def as_docx(page: list[Set]) -> Source:
    """The page as a document of Word, its looks on the runs."""
    document = docx.Document()
    for line in page:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(line.text)
        run.font.size, run.bold = Pt(line.size), line.bold or None
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if line.centred else None
    file = io.BytesIO()
    document.save(file)
    return read_docx(file.getvalue())


def as_word_styles(page: list[Set]) -> Source:
    """The page as a document of Word, its looks in styles that mean nothing by their names."""
    document = docx.Document()
    for number, line in enumerate(page):
        style = document.styles.add_style(f"样式{number}", 1)
        style.font.size, style.font.bold = Pt(line.size), line.bold
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER if line.centred else None
        document.add_paragraph(line.text, style=style)
    file = io.BytesIO()
    document.save(file)
    return read_docx(file.getvalue())


def as_html(page: list[Set]) -> Source:
    """The page in HTML, its looks in styles."""

    def shown(line: Set) -> str:
        style = f"font-size: {line.size}pt" + "; font-weight: bold" * line.bold + "; text-align: center" * line.centred
        return f'<p style="{style}">{line.text}</p>'

    return read_html(f"<html><body>{''.join(map(shown, page))}</body></html>".encode())


def as_relative_html(page: list[Set]) -> Source:
    """The page in HTML, its sizes as parts of the body's, its lines centred by elements."""

    def shown(line: Set) -> str:
        text = f'<span style="font-size: {line.size / 12:.4f}em">{line.text}</span>'
        text = f"<b>{text}</b>" if line.bold else text
        return f"<center>{text}</center>" if line.centred else f"<div>{text}</div>"

    return read_html(f'<html><body style="font-size: 16px">{"".join(map(shown, page))}</body></html>'.encode())


FORMATS: list[Callable[[list[Set]], Source]] = [as_docx, as_word_styles, as_html, as_relative_html]
TEXTS = {
    "simplified": (
        "历时三年，两岸相连", "临江新桥昨日通车", "渡口停摆后第一天，七百人走过江面", "本报记者 柏青禾",
        "清晨的雾还没有散，渡口的老人已经把船系好。他说今天的水比昨天高了半尺，要多等一会儿。", "桥头的灯",
        "修桥的人在北岸住了三年，吃的是镇上送来的饭，睡的是用旧船板搭的铺。桥通了，他们就要走了。", "孩子们数桥墩",
        "镇上的小学把第一节课改到了桥头，老师让孩子们数桥墩，有人数出七个，有人数出八个。",
    ),
    "traditional": (
        "歷時三年，兩岸相連", "臨江新橋昨日通車", "渡口停擺後第一天，七百人走過江面", "本報記者 柏青禾",
        "清晨的霧還沒有散，渡口的老人已經把船繫好。他說今天的水比昨天高了半尺，要多等一會兒。", "橋頭的燈",
        "修橋的人在北岸住了三年，吃的是鎮上送來的飯，睡的是用舊船板搭的鋪。橋通了，他們就要走了。", "孩子們數橋墩",
        "鎮上的小學把第一節課改到了橋頭，老師讓孩子們數橋墩，有人數出七個，有人數出八個。",
    ),
}  # fmt: skip


def story(script: str, body: float, kicker: float, title: float, look: tuple[bool, bool], large: bool) -> list[Set]:
    """A story with everything that may stand at its head, and two subheads, ``large`` ones or of the text's size."""
    bold, centred = look
    sizes = [
        kicker,
        title,
        kicker,
        body,
        body,
        body * 1.2 if large else body,
        body,
        body * 1.2 if large else body,
        body,
    ]
    roles = "kicker headline deck byline paragraph subhead paragraph subhead paragraph".split()
    looks = [(False, centred), look, (False, centred), (False, centred)] + [(False, False), (True, False)] * 2
    looks = [*looks, (False, False)]
    return [Set(*row, *each) for row, each in zip(zip(roles, TEXTS[script], sizes, strict=True), looks, strict=True)]


SIZES = [(10.5, 15, 22), (10.5, 18, 26), (12, 14, 18), (12, 16, 36), (16, 18, 22)]
LOOKS = [((True, True), False), ((False, True), True), ((True, False), False)]
"""How the headline is set, bold and centred, and whether subheads are large."""


def roles(source: Source) -> list[str]:
    """The roles of the page's blocks, once it is read."""
    return [block.role.value for block in converter.detect(source).blocks()]


@pytest.mark.parametrize("script", TEXTS)
@pytest.mark.parametrize("make", FORMATS)
@pytest.mark.parametrize(("body", "kicker", "title"), SIZES)
def test_one_page_in_every_format(
    make: Callable[[list[Set]], Source], script: str, body: float, kicker: float, title: float
) -> None:
    """Kicker, headline, deck, byline, text and subheads are the same whatever the format, the sizes and the script."""
    for look, large in LOOKS:
        page = story(script, body, kicker, title, look, large)
        assert [line.role for line in page] == roles(make(page)), (look, large)


def test_the_same_page_without_type() -> None:
    """As plain text it is read so too."""
    page = story("simplified", 10.5, 15, 22, (True, True), large=False)
    assert [line.role for line in page] == roles(read_text("\n".join(line.text for line in page).encode()))


@pytest.mark.parametrize("make", FORMATS)
def test_titles_are_no_stronger_for_being_bold(make: Callable[[list[Set]], Source]) -> None:
    """A headline and its subheads that are bold from end to end have no mark."""
    page = story("simplified", 10.5, 15, 22, (True, True), large=False)
    blocks = list(converter.detect(make(page)).blocks())
    assert [line.text for line in page] == [block.text for block in blocks]
    assert {None} == {run.mark for block in blocks for run in block.runs}


def test_text_alone_is_left_as_it_is() -> None:
    """Where a format tells nothing of type the very same source goes on."""
    source = read_text("\n".join(TEXTS["simplified"]).encode())
    assert settle(source) is source


LINES = st.lists(
    st.builds(
        lambda text, size, bold, centred, level, role, opens: Line(
            text, 0, 0, 1, size=size, bold=bold, centred=centred, level=level, role=role, opens=opens
        ),
        st.text(st.sampled_from("桥灯船。，：？记者0月（）报 a"), min_size=1, max_size=40).filter(str.strip),
        st.sampled_from([None, 9.0, 12.0, 14.0, 22.0]),
        st.booleans(),
        st.booleans(),
        st.sampled_from([0, 0, 0, 1, 2, 6]),
        st.sampled_from([None, None, None, *Role]),
        st.sampled_from([None, *Opens]),
    ),
    max_size=12,
)


@settings(max_examples=200)
@given(LINES)
def test_any_lines(lines: list[Line]) -> None:
    """Whatever a reader says, what it said of roles is kept, and every line is in the tree once."""
    page = source(*lines)
    settled = settle(page).lines
    assert [line.text for line in lines] == [line.text for line in settled]
    assert all(before.role in (None, after.role) for before, after in zip(lines, settled, strict=True))
    spans = sorted(span for block in converter.detect(page).blocks() for span in block.origin)
    assert [(line.start, line.end) for line in page.lines] == spans
