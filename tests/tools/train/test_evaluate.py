"""The figures of the detector."""

from types import SimpleNamespace

import pytest

from tests.tools.train.pages_of_ours import STORY, labelled
from tools.train import evaluate
from tools.train.pages import Page

TEXT = "灯塔陆闻笛船走了"


def page(**gold: object) -> Page:
    """A labelled page that is only its gold."""
    return Page("gull-2024-05-16", "gull-wrapped", (), labelled().allowed, {"text": TEXT, **gold})


def solid(text: str, spans: list[list[int]]) -> tuple[int, ...]:
    """The places of the characters of the spans."""
    return tuple(at for start, end in spans for at in range(start, end))


SCORE = SimpleNamespace(named=lambda block: block["role"], solid=solid)


def blocks(*sure: float) -> list[evaluate.Judged]:
    """Decks that are as sure as this; those below zero are wrong."""
    return [evaluate.Judged(abs(each), each > 0, "deck") for each in sure]


def test_judged() -> None:
    """A block is right where role and characters are; an alternative role is right too; unknown text is not judged."""
    gold = [
        {"role": "headline", "spans": [[0, 2]]},
        {"role": "byline", "spans": [[2, 5]], "or": ["signature"]},
        {"role": "unknown", "spans": [[5, 6]]},
        {"role": "paragraph", "spans": [[6, 8]]},
    ]
    found = [
        {"role": "headline", "spans": [[0, 2]], "doubt": 0.25},
        {"role": "signature", "spans": [[2, 5]], "doubt": 0.5},
        {"role": "paragraph", "spans": [[5, 7]], "doubt": 0.0},
        {"role": "paragraph", "spans": [[7, 8]], "doubt": 0.75},
    ]
    assert list(evaluate.judged(SCORE, page(blocks=gold), {"blocks": found})) == [  # type: ignore[arg-type]
        (0.75, True, "headline"),
        (0.5, True, "signature"),
        (0.25, False, "paragraph"),
    ]


def test_reliability() -> None:
    """Blocks go into ten bins by how sure they were; the error is the mean distance of confidence and share."""
    assert list(evaluate.reliability(blocks(1.0, -0.95, 0.5, 0.5))) == [
        "    sure 0.50   right 1.00   of 2 blocks",
        "    sure 0.97   right 0.50   of 2 blocks",
        "    expected calibration error 0.487",
    ]


def test_shown() -> None:
    """The share of blocks below the bound, and that of the wrong ones among them, of all and of each role."""
    found = [*blocks(1.0, -0.95, -0.5, 0.5), evaluate.Judged(1.0, True, "byline")]
    assert list(evaluate.shown(found, roles=True)) == [
        "    shown as doubtful: all                40.0% of 5 blocks, with 50% of the 2 wrong ones",
        "    shown as doubtful: byline             0.0% of 1 blocks, none of them wrong",
        "    shown as doubtful: deck               50.0% of 4 blocks, with 50% of the 2 wrong ones",
    ]
    assert len(list(evaluate.shown(found, roles=False))) == 1


def test_below() -> None:
    """A figure at its floor holds; one under it is named with both."""
    assert evaluate.below({"role": 0.9, "block": 0.8}, {"role": 0.9, "block": 0.81}) == ["block 0.800 < 0.81"]


@pytest.mark.parametrize(
    "names", [("gull-2024-05-16-p1", "gull-2024-05-16-p2"), ("gull-20240516-a", "gull-20240516-b")]
)
def test_pages_of_one_date_are_in_one_fold(names: tuple[str, str]) -> None:
    """No page is read with weights that saw another page of its paper and date."""
    one, other = (evaluate.fold_by_date(Page(name, "gull", (), labelled().allowed, {})) for name in names)
    assert one == other


def test_fold_by_source() -> None:
    """A paper's pages are one source in whatever form they are."""
    assert evaluate.fold_by_source(page()) == "gull"


def test_folds_never_train_on_what_they_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page is read by weights of the pages of other folds and our own, and results are in the pages' order."""
    monkeypatch.setattr(evaluate, "ProcessPoolExecutor", _Here)
    monkeypatch.setattr(evaluate, "_fold", lambda left_out, rest: [{p.id: [r.id for r in rest]} for p in left_out])
    pages = [labelled(*STORY, id=name, source=name[0]) for name in ("a1", "b1", "a2")]
    own = [labelled(*STORY, id="ours")]
    found = evaluate.read_folds(pages, own, evaluate.fold_by_source)
    assert found == [{"a1": ["ours", "b1"]}, {"b1": ["ours", "a1", "a2"]}, {"a2": ["ours", "b1"]}]


class _Here:
    """A pool of processes that has none: what is submitted is done at once."""

    def __init__(self, size: int) -> None:
        pass

    def __enter__(self) -> "_Here":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, call, *arguments):  # type: ignore[no-untyped-def]
        """The result, as a future gives it."""
        done = call(*arguments)
        return SimpleNamespace(result=lambda: done)


def test_a_page_is_read_with_the_table_that_is_given() -> None:
    """Without weights the reading is the grammar's alone; with the shipped ones the story is found."""
    found = evaluate.read(labelled(*STORY), None)
    assert [block["role"] for block in found["blocks"]] == ["headline", *["paragraph"] * 6]
    other = evaluate.read(labelled(*STORY), "is any line\tcaption\t9000\n")
    assert {block["role"] for block in other["blocks"]} == {"caption"}
