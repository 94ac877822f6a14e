"""Which lines are one piece, and where stories begin."""

import pytest

from converter.model import Role, Run
from converter.structure.markup.pieces import OTHERWISE, pieces_of, stories_of
from converter.structure.search.weights import weights
from tests.structure.markup.setting import TEXT, line


def test_only_titles_go_together() -> None:
    """Neighbours in larger type that are set alike, or in a title's style; not text, headings, sentences, names."""
    text = [line(TEXT)] * 3
    for one, other, count in (
        (line("桥头的灯", 24), line("孩子们来了", 24), 1), (line("桥头的灯", 24), line("孩子们来了", 23), 2),
        (line("桥头的灯", 24), line("孩子们来了", 24, bold=True), 2),
        (line("桥头的灯"), line("孩子们来了"), 2), (line("灯亮了。", 24), line("孩子们来了", 24), 2),
        (line("桥头的灯", 24), line("孩子们来了", 24, gap_before=1), 2),
        (line("桥头的灯", 14), line("孩子们来了", 14), 1), (line("桥头的灯", 14), line("记者 江帆", 14), 2),
        (line("桥头的灯" * 16, 14), line("孩子们来了", 14), 2),
        (line("桥头的灯", role=Role.HEADLINE), line("孩子们来了", role=Role.HEADLINE), 1),
        (line("桥头的灯", level=1), line("孩子们来了", level=1), 2),
    ):  # fmt: skip
        assert count == len(pieces_of([one, other, *text])) - 3, (one.text, other.text)


def test_times_are_of_the_size_of_most_text() -> None:
    """Characters count, not lines; what has a role or a form is not asked, and an unknown size is the usual one."""
    row = line("船" * 200, 9, role=Role.PARAGRAPH)
    assert [piece.times for piece in pieces_of([line("灯", 24), line(TEXT), row, line("船", None)])] == [2, 1, 0.75, 1]
    assert [piece.times for piece in pieces_of([line("灯", 24), line(TEXT, None)])] == [1, 1]


def test_stories_begin_at_their_kickers() -> None:
    """A headline under its kicker begins none; what stands above the first is together too."""
    roles = (Role.FOLIO, Role.KICKER, Role.HEADLINE, Role.PARAGRAPH, Role.HEADLINE, Role.KICKER)
    pieces = pieces_of([line(role, role=role) for role in roles])
    assert [[pieces.index(piece) for piece in story] for story in stories_of(pieces)] == [[0], [1, 2, 3], [4], [5]]


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("begins with a reporters post", "本报记者 于水"), ("begins by saying who wrote it", "文/于水"),
        ("ends in names after a post", "海湾晚报记者 江帆"), ("ends in names after a word", "讲述 江帆"),
        ("ends in names after a mark", "口述：江帆"), ("is a name", "江帆"),
        ("is several names", "江帆 范小河"),
        ("is a name with a note", "江帆（青屿）"), ("is names and a report", "江帆报道"),
        ("speaks of its author", "作者单位"),
        ("begins as a note on the writer", "本文为作者投稿"), ("ends in names in brackets", "（讲述 江帆）"),
        ("is a name in brackets", "（江帆）"), ("is names and a credit", "江帆 摄"),
        ("is a dash, a post and a name", "——青屿县长江帆"),
        ("ends as credits do", "桥头的灯 资料图片"), ("begins like a caption", "图为桥头"),
        ("is a date", "2024年5月16日"),
        ("has a date in it", "2024年5月16日于青屿"), ("has a page number in it", "第03版"),
        ("names a paper and its day or page", "《临江日报》第03版"),
        ("tells where it comes from", "来源：海湾网"),
        ("says who made the page", "本版责编"), ("is a jump to another page", "下转第二版"),
        ("is wholly in brackets", "（讲话稿）"),
        ("is signed by the editors", "——编者"), ("ends as an organ's name does", "渡口管理局"),
    ],
)  # fmt: skip
def test_words_that_say_what_a_line_is(cue: str, text: str) -> None:
    """People, a day, a source, a page, what a picture shows: by a cue of the line's words."""
    [piece] = pieces_of([line(text)])
    assert cue in piece.cues & OTHERWISE
    assert piece.says_otherwise


def test_every_such_cue_is_one_that_the_search_knows() -> None:
    """A cue that is misspelt would say nothing."""
    assert [cue for cue in OTHERWISE if not weights().lanes[cue]] == []
    assert not pieces_of([line("历时三年 两岸相连")])[0].says_otherwise
    assert not pieces_of([line("晴天有风，雨天有去处")])[0].says_otherwise  # no organ's name has a pause in it


def test_what_only_a_headline_has_below_it() -> None:
    """A byline or a message begins a story; a day, a name in a sentence, other text do not."""
    begin = {
        "本报记者 于水": True,
        "江帆": True,
        "本报讯 老街的夜市昨晚开张。": True,
        "2024年5月16日": False,
        "记者江帆来到渡口。": False,
    }
    assert begin == {text: pieces_of([line(text)])[0].begins_story for text in begin}


def test_a_line_of_pictures() -> None:
    """Blanks beside pictures are no text; a line without pictures is none of them."""
    picture = Run("海", image="a.png")
    lines = ((picture, Run(" ")), (picture, Run("船")), (Run("船"),))
    pieces = pieces_of([line("".join(run.text for run in runs), runs=runs) for runs in lines])
    assert [piece.is_picture for piece in pieces] == [True, False, False]
