"""The search finds the best path, and probabilities are what enumeration says."""

import re
from itertools import product
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Opens, Pin, Role
from converter.structure.search import path
from converter.structure.search.grammar import STATES
from converter.structure.search.weights import DOUBT, Weights, parse, unpacked, weights

FEW = list(range(4))
LINES = st.lists(st.lists(st.integers(-300, 300), min_size=4, max_size=4), min_size=1, max_size=5)
STEPS = st.lists(st.lists(st.integers(-300, 300), min_size=4, max_size=4), min_size=4, max_size=4)


def score(path: tuple[int, ...], lines: list[list[int]], steps: list[list[int]]) -> int:
    """The weight of a path: its states and its steps."""
    return sum(line[state] for line, state in zip(lines, path, strict=True)) + sum(
        steps[here][above] for above, here in zip(path, path[1:], strict=False)
    )


@settings(max_examples=60, deadline=None)
@given(LINES, STEPS)
def test_best_path(lines: list[list[int]], steps: list[list[int]]) -> None:
    """Viterbi's path weighs as much as the heaviest of all paths."""
    down = [[min(0, step) for step in row] for row in steps]
    table = Weights({}, 0, tuple(map(tuple, down)), tuple(zip(*down, strict=True)), (), (0, 0, 0, 0))
    found = tuple(path._best_path([tuple(line) for line in lines], table)[0])
    every = product(FEW, repeat=len(lines))

    assert score(found, lines, down) == max(score(each, lines, down) for each in every)


@settings(max_examples=40, deadline=None)
@given(LINES, STEPS)
def test_odds(lines: list[list[int]], steps: list[list[int]]) -> None:
    """A state's probability is the share of the weight of the paths through it."""
    chances = tuple(tuple(exp(weight / DOUBT) for weight in row) for row in steps)
    odds = path._odds([(tuple(FEW), tuple(line)) for line in lines], chances)
    paths = {each: exp(score(each, lines, steps) / DOUBT) for each in product(FEW, repeat=len(lines))}
    total = sum(paths.values())
    for number, state in product(range(len(lines)), FEW):
        share = sum(weight for path, weight in paths.items() if path[number] == state) / total

        assert abs(odds[number][state] - share) < 1e-9


def test_lanes_add_every_state_at_once() -> None:
    """The weights of a line are the sums of its cues' rows, those of its neighbours included."""
    table = parse("a\theadline\t100\na\t:line\t-7\nabove b\tbyline:block\t30\nbelow a\tdeck\t-4\n")
    steps = unpacked(table.best_steps)
    first, second = [
        [weight - step for weight, step in zip(line, steps, strict=True)]
        for line in path.emissions([["b"], ["a", "unheard of"]], table)
    ]
    expected_first = [-4 if role == "deck" else 0 for role, _ in STATES]
    expected_second = [
        100 * (role == "headline") - 7 * (opening == "line") + 30 * ((role, opening) == ("byline", "block"))
        for role, opening in STATES
    ]

    assert [weight - first[0] for weight in first] == [weight - expected_first[0] for weight in expected_first]
    assert [weight - second[0] for weight in second] == [weight - expected_second[0] for weight in expected_second]


def fits(pin: Pin) -> bool:
    """Whether some line can be so."""
    return path.misfit(pin) is None


PINS = st.builds(Pin, st.none() | st.sampled_from(Role), st.none() | st.sampled_from(Opens), st.none() | st.booleans())


@settings(max_examples=30, deadline=None)
@given(st.lists(PINS.filter(fits), min_size=1, max_size=8))
def test_pins(pins: list[Pin]) -> None:
    """A line is what is told, whatever its cues say: role, opening, item; one of a known role opens a block."""
    cues = [["is any line", "ends in a word"] for _ in pins]
    found = [STATES[reading.state] for reading in path.search(cues, weights(), pins)]
    for (label, opening), pin in zip(found, pins, strict=True):
        assert pin.role is None or pin.role == label.removeprefix("brief_")
        assert opening == pin.opens if pin.opens else pin.role is None or opening != "line"
        assert pin.brief is None or pin.brief == label.startswith("brief_")


@pytest.mark.parametrize(
    ("pin", "expected"),
    [
        (Pin(Role.CAPTION, Opens.ARTICLE), None),
        (Pin(Role.PARAGRAPH, Opens.LINE, True), None),
        (
            Pin(Role.BYLINE, Opens.ARTICLE),
            "a byline opens no article: it opens a block .*; column_title, kicker, headline",
        ),
        (Pin(Role.BYLINE, brief=True), "a byline is not of a brief item: headline and paragraph are"),
        (Pin("headlin"), "there is no role 'headlin', only folio, column_title, .* furniture"),  # type: ignore[arg-type]
        (Pin(opens="story"), "a line opens article or block or line, not 'story'"),  # type: ignore[arg-type]
    ],
)
def test_what_no_line_can_have(pin: Pin, expected: str | None) -> None:
    """A pin that contradicts itself is told in words, with what may be said."""
    said = path.misfit(pin)
    assert said is None if expected is None else said and re.match(expected, said)


def test_shipped_weights_are_sorted() -> None:
    """The table can be reviewed by its diff: sorted rows, each cue and target once."""
    from pkgutil import get_data

    rows = [
        row.split("\t")[:2]
        for row in (get_data("converter.structure.search", "weights.tsv") or b"").decode().splitlines()[1:]
    ]

    assert rows == sorted(rows)
    assert len(rows) == len(set(map(tuple, rows)))
