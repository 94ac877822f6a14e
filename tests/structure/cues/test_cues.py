"""``cues.txt`` is the one list of all cues: what code, words and weights name is in it, and all of it is seen."""

import re
from collections.abc import Iterator
from pathlib import Path
from pkgutil import get_data

import pytest

from converter.model import Line
from converter.press.lexicon import lists
from converter.readers.text import source_of
from converter.structure.cues.lines import observe
from converter.structure.search.grammar import START, STATES
from tests.structure.cues.said import said_in

TYPE = [  # a page whose lines' type is known
    Line("渡口的早晨", 0, 5, 1, size=24, bold=True, centred=True),
    Line("新渡轮", 6, 9, 2, size=13),
    Line("陆闻笛摄", 10, 13, 3, size=9),
    Line("渡轮今晨首航，岸上的人都来看。", 14, 29, 4, size=10.5),
]
STORY = "渡轮今晨首航，岸上的人都来看。船长说，往后一天开二十四班，夜里也开。\n\n"
RARE = [
    f"江苏海州补短板\n\n小码头带来大生意\n\n陆闻笛 柳溪\n\n{STORY * 30}江苏海州",
    f"《渡口的早晨》\n\n{STORY}",
    "渡轮今晨首航，岸上的人都来\n看，船长说，往后一天开二十\n" * 6 + "四班。\n渡轮今晨首航，岸上的人都来看，夜里也开。",
]


def names() -> list[str]:
    """The list, as it stands."""
    text = (get_data("converter.structure.cues", "cues.txt") or b"").decode()
    return [row for row in text.splitlines() if not row.startswith("#")]


def pages(root: Path) -> Iterator[str]:
    """The project's own pages: cases, whole pages, seeds, and what is rare in them."""
    for case in root.glob("tests/cases/*/*.case"):
        yield re.split(r"^=== (?:page|outline)\n", case.read_text("utf-8"), flags=re.M)[1]
    for seed in root.glob("seeds/*.txt"):
        yield seed.read_text("utf-8")
    yield from RARE


def rows(table: str) -> Iterator[str]:
    """The first column of a table."""
    return (row.partition("\t")[0] for row in table.splitlines() if row and not row.startswith("#"))


def test_the_list_is_sorted() -> None:
    """Each cue once, so that a change of the list is read in its diff."""
    assert names() == sorted(set(names()))


def test_what_the_code_and_the_words_say_is_the_list(root: Path) -> None:
    """Every phrase that the code names or may put together, and every cue of words, and nothing else."""
    words = {cue for cue, _ in lists("converter.structure.cues", "vocabulary")}

    assert sorted(said_in(root / "converter" / "structure" / "cues") | words) == names()


def test_every_cue_is_seen(root: Path) -> None:
    """Some line of the project's pages has it; and no line has another."""
    seen = {cue for page in pages(root) for line in observe(source_of(page).lines) for cue in line}
    seen |= {cue for line in observe(TYPE) for cue in line}

    assert sorted(seen) == names()


def test_labelled_pages_have_no_other_cue(labelled_pages: list[dict[str, str]]) -> None:
    """Nor have the real pages, where they lie beside the checkout."""
    seen = {cue for page in labelled_pages for line in observe(source_of(page["text"]).lines) for cue in line}

    assert seen - set(names()) == set()


@pytest.mark.parametrize("table", ["converter/structure/search/weights.tsv", "tools/**/prior.tsv"])
def test_every_weight_is_of_a_cue(root: Path, table: str) -> None:
    """A weight for a cue that no line has would say nothing, and nobody would see it; so would one of an edge."""
    [file] = root.glob(table)
    told = [re.fullmatch(r"(?:(after|above|below) )?(.+)", cue) for cue in rows(file.read_text("utf-8"))]
    cues = {found[2] for found in told if found and found[1] != "after"}
    edges = {found[2] for found in told if found and found[1] == "after"}

    assert (cues - set(names()), edges - {START, *map(":".join, STATES)}) == (set(), set())
