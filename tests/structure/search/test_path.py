"""The search finds the best path, and probabilities are what enumeration says."""

import re
import tracemalloc
from itertools import product
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Opens, Pin, Role
from converter.structure.search import path
from converter.structure.search.grammar import STATES
from converter.structure.search.weights import SCALE, Weights, parse, unpacked, weights

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
    [(found, _)] = path._stretches([tuple(line) for line in lines], table)
    every = product(FEW, repeat=len(lines))

    assert score(tuple(found), lines, down) == max(score(each, lines, down) for each in every)


@settings(max_examples=40, deadline=None)
@given(LINES, STEPS)
def test_odds(lines: list[list[int]], steps: list[list[int]]) -> None:
    """A state's probability is the share of the weight of the paths through it."""
    chances = tuple(tuple(exp(weight / SCALE) for weight in row) for row in steps)
    odds = [share for _, share in path._odds([(bytes(FEW), path._likelihoods(tuple(line))) for line in lines], chances)]
    odds.reverse()
    paths = {each: exp(score(each, lines, steps) / SCALE) for each in product(FEW, repeat=len(lines))}
    total = sum(paths.values())
    for number, state in product(range(len(lines)), FEW):
        share = sum(weight for path, weight in paths.items() if path[number] == state) / total

        assert abs(odds[number][state] - share) < 1e-9


def test_stretches_tell_what_the_whole_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut wherever one state is certain, or nowhere, a text is read the same, and its paths lose no line."""
    cues = [["is any line", end] for end in ["ends in a word", "ends a sentence", "ends in a comma"] * 40]
    pins = [Pin(Role.BYLINE, Opens.BLOCK, False) if number % 7 == 3 else Pin() for number in range(len(cues))]
    whole = path.search(cues, weights(), pins)
    monkeypatch.setattr(path, "_STRETCH", 1)
    stretches = list(path._stretches(path._pinned(path.emissions(cues, weights()), pins), weights()))

    assert len(stretches) > 10
    assert sum(len(found) - 1 for found, _ in stretches) + 1 == len(cues)
    assert path.search(cues, weights(), pins) == whole


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
    ],
)
def test_what_no_line_can_have(pin: Pin, expected: str | None) -> None:
    """A pin that contradicts itself is told in words, with what may be said."""
    said = path.misfit(pin)
    assert said is None if expected is None else said and re.match(expected, said)


def test_the_beam_is_four_nats_wide() -> None:
    """A path as far below the best one is given up."""
    assert path._beam([-7, -406, -407, -408]) == {0: -7, 1: -406}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-900, 900), min_size=9, max_size=9), st.data())
def test_no_state_within_the_beam_is_ruled_out(line: list[int], data: st.DataObject) -> None:
    """However a state is reached, from several above."""
    steps = data.draw(st.lists(st.lists(st.integers(-900, 0), min_size=9, max_size=9), min_size=9, max_size=9))
    above = data.draw(st.dictionaries(st.integers(0, 8), st.integers(0, 399), min_size=2, max_size=9))
    table = Weights({}, 0, tuple(map(tuple, steps)), tuple(zip(*steps, strict=True)), (), (0,) * 9)
    reached = {state: line[state] + max(p + steps[state][before] for before, p in above.items()) for state in range(9)}
    within = {state for state, weight in reached.items() if weight > max(reached.values()) - 400}

    assert within <= set(path._within(tuple(line), above, table))
    assert path._steps(tuple(line), above, table)[0] == {state: reached[state] for state in within}


def test_the_second_reading_is_of_another_role() -> None:
    """Of the states within the beam the likeliest of another role; a state alone is sure.

    How sure a reading is: of its role, and of going on or not, whatever else it opens.
    """
    headline, opens, goes_on, deck, kicker = (
        STATES.index(state)
        for state in (
            ("headline", "block"),
            ("headline", "article"),
            ("headline", "line"),
            ("deck", "block"),
            ("kicker", "block"),
        )
    )
    found = path._reading(headline, (headline, opens, goes_on, deck, kicker), (0.25, 0.25, 0.25, 0.1875, 0.0625))

    assert found == path.Reading(headline, 0.5, deck, 0.25)
    assert path._reading(headline, (headline, goes_on), (0.75, 0.25)) == path.Reading(headline, 0.75, None, 0.25)
    assert path._reading(headline, (headline,), (1.0,)) == path.Reading(headline, 1.0, None)
    assert path._reading(goes_on, (goes_on,), (1.0,)) == path.Reading(goes_on, 1.0, None, 1.0)


def test_the_cues_of_three_lines_speak_of_one() -> None:
    """Its own, those of the line above and of the line below, each with its weight for every state."""
    table = parse("a\theadline\t10\nabove b\theadline\t20\nbelow c\theadline\t30\nb\tdeck\t9\n")
    lines = [["b", "unheard of"], ["a"], ["c"]]
    state = STATES.index(("headline", "block"))
    told = [{cue: row[state] for cue, row in path.cue_weights(lines, n, table).items()} for n in range(3)]

    assert told == [{"b": 0, "below a": 0}, {"a": 10, "above b": 20, "below c": 30}, {"c": 0, "above a": 0}]


def test_no_lines_have_no_readings() -> None:
    assert path.search([], weights()) == []


def test_what_is_settled_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times the lines take hardly more above what is given than one time: a list of them, no lattice."""
    monkeypatch.setattr(path, "_STRETCH", 100)
    cues, pins = [["is any line"]], [Pin(Role.BYLINE, Opens.BLOCK, False)]

    def beyond(lines: int) -> int:
        """Bytes that the search takes at most above what it gives."""
        path.search(cues * 9, weights(), pins * 9)
        tracemalloc.start()
        found = path.search(cues * lines, weights(), pins * lines)
        kept, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(found) == lines
        return peak - kept

    assert beyond(8_000) < 2 * beyond(1_000) + 8_000 * 16
