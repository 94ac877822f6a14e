"""A page by the customs of another paper."""

from random import Random

from tests.tools.train.pages_of_ours import STORY, TEXT, labelled, told
from tools.train.customs import Pool, recast

OTHERS = labelled(
    ("要闻", "folio", "block"),
    ("江上见闻", "kicker", "article"),
    ("灯塔换了新灯", "headline", "block"),
    ("——守塔人三代", "deck", "block"),
    ("陆闻笛", "byline", "block"),
    ("旧灯的去处", "subhead", "block"),
    ("灯塔夜色。", "caption", "block"),
    ("图片的第二行", "caption", "line"),
    ("方知远摄", "credit", "block"),
    ("（柳溪）", "signature", "block"),
    ("下转第二版", "jump", "block"),
    ("来源：《北港日报》", "source_note", "block"),
    ("本版编辑：凌霄", "column_note", "block"),
)


class Always(Random):
    """Draws that let everything happen, and take the first of what there is to choose from."""

    def random(self) -> float:
        """Less than any share."""
        return 0.0

    def choice(self, seq):  # type: ignore[no-untyped-def]
        """The first."""
        return seq[0]

    def randint(self, a: int, b: int) -> int:
        """The least."""
        return a

    def sample(self, population, k, *, counts=None):  # type: ignore[no-untyped-def]
        """The first of them."""
        return population[:k]


class Never(Always):
    """Draws that let nothing happen."""

    def random(self) -> float:
        """More than any share."""
        return 1.0


def test_pool() -> None:
    """Only blocks of one line are put into other pages, and only parts that customs put in or leave out."""
    pool = Pool([OTHERS])
    assert dict(pool.texts) == {
        "folio": ["要闻"],
        "kicker": ["江上见闻"],
        "deck": ["——守塔人三代"],
        "byline": ["陆闻笛"],
        "subhead": ["旧灯的去处"],
        "credit": ["方知远摄"],
        "signature": ["（柳溪）"],
        "jump": ["下转第二版"],
        "source_note": ["来源：《北港日报》"],
        "column_note": ["本版编辑：凌霄"],
    }


def test_everything_is_put_in() -> None:
    """A bare story is dressed with every part that the pool has, each in its place."""
    (title, *paragraphs) = STORY
    first, *rest = [(text, "paragraph", "block") for text, _, _ in paragraphs]
    found = told(recast(labelled(*STORY), Pool([OTHERS]), Always()))
    assert (
        found
        == [
            ("要闻", "folio", "block"),
            ("江上见闻", "kicker", "article"),
            (title[0], "headline", "block"),
            ("——守塔人三代", "deck", "block"),
            ("陆闻笛", "byline", "block"),
            (
                "方知远摄",
                "credit",
                "block",
            ),  # the pool has no caption, and the picture stands above the first paragraph
            (f"本报海州1月1日电  （记者周砚青）{first[0]}", "paragraph", "block"),
            ("旧灯的去处", "subhead", "block"),
            rest[0],
            ("旧灯的去处", "subhead", "block"),
            *rest[1:],
            ("（柳溪）", "signature", "block"),
            ("下转第二版", "jump", "block"),
            ("来源：《北港日报》", "source_note", "block"),
            ("本版编辑：凌霄", "column_note", "block"),
        ]
    )


def test_nothing_happens() -> None:
    """A draw that lets nothing happen leaves the page as it is."""
    assert told(recast(labelled(*STORY), Pool([OTHERS]), Never())) == list(STORY)


def test_a_byline_is_taken_out() -> None:
    """A story that is signed loses its byline where the draw says so, and gets no second one."""
    signed = [STORY[0], ("周砚青", "byline", "block"), *STORY[1:]]
    found = told(recast(labelled(*signed), Pool([]), Always()))
    assert [role for _, role, _ in found] == ["headline", *["paragraph"] * 6]


def test_a_traditional_page_gets_traditional_text() -> None:
    """What is put in is written as the page is."""
    story = [(STORY[0][0].replace("开", "開"), "headline", "article"), ("渡船離開對岸", "paragraph", "block")]
    pool = Pool([labelled(("来源：《北港日报》", "source_note", "block"))])
    found = told(recast(labelled(*story), pool, Always()))
    assert found[1][0] == "本報海州1月1日電  （記者周硯青）渡船離開對岸"
    assert found[2] == ("來源：《北港日報》", "source_note", "block")


def test_brief_and_partly_known_pages_stay() -> None:
    """A page with items of a brief column, or with lines of several states, is not recast."""
    brief = labelled(("灯塔换了新灯", "brief_headline", "article"), (TEXT, "brief_paragraph", "block"))
    partly = labelled(*STORY)
    partly.allowed[1] = 1
    for page in (brief, partly):
        assert recast(page, Pool([OTHERS]), Always()) is page
