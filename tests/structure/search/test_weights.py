"""The table of weights: its rows, its lanes, and what a weight is worth as a probability."""

from math import exp
from pkgutil import get_data

import pytest

from converter.structure.search.grammar import STATES, edge
from converter.structure.search.weights import LIFT, SCALE, parse, sides, unpacked, weights


def test_shipped_weights_are_sorted() -> None:
    """The table can be reviewed by its diff: sorted rows, each cue and target once."""
    rows = [
        row.split("\t")[:2]
        for row in (get_data("converter.structure.search", "weights.tsv") or b"").decode().splitlines()[1:]
    ]

    assert rows == sorted(rows)
    assert len(rows) == len(set(map(tuple, rows)))


@pytest.mark.parametrize(
    ("target", "states"),
    [
        ("headline", [state for state in STATES if state[0] == "headline"]),
        (":line", [state for state in STATES if state[1] == "line"]),
        ("headline:block", [("headline", "block")]),
    ],
)
@pytest.mark.parametrize(("side", "place"), [("", 0), ("above ", 1), ("below ", 2)])
def test_a_row_is_of_states_and_of_a_side(target: str, states: list[tuple[str, str]], side: str, place: int) -> None:
    """A weight is added to every state that its target means, for the line itself, the one below or the one above."""
    lanes = sides(parse(f"# a table\n{side}is a date\t{target}\t-70\n{side}is a date\t:block\t9\n").lanes["is a date"])
    none = unpacked(sides(parse("is a date\t:block\t0\n").lanes["is a date"])[0])
    told = [[one - other for one, other in zip(unpacked(lane), none, strict=True)] for lane in lanes]
    expected = [-70 * (state in states) + 9 * (state[1] == "block") for state in STATES]

    assert told == [expected if number == place else [0] * len(STATES) for number in range(3)]


def test_a_cue_has_lanes_for_its_rows_alone() -> None:
    """Each cue of the shipped table weighs what its rows say; a cue that it lacks has no lanes."""
    table = (get_data("converter.structure.search", "weights.tsv") or b"").decode()
    expected: dict[str, list[int]] = {}
    for cue, target, weight in (row.split("\t") for row in table.splitlines()[1:]):
        side, _, name = cue.partition(" ")
        place = ["", "above", "below"].index(side) if side in ("above", "below") else 0
        if side != "after":
            sums = expected.setdefault(name if place else cue, [0] * 3 * len(STATES))
            for number, (role, opening) in enumerate(STATES):
                means = target in (role, f":{opening}", f"{role}:{opening}")
                sums[place * len(STATES) + number] += int(weight) * means
    lanes = weights().lanes
    found = {cue: [one - LIFT for side in sides(lanes[cue]) for one in unpacked(side)] for cue in expected}

    assert expected == found
    assert (lanes["is no cue"], lanes["is a"], lanes["above"], lanes[""]) == (0, 0, 0, 0)


def test_rows_may_come_in_any_order() -> None:
    """A table that was written by hand need not be sorted."""
    rows = ["is long\theadline\t9", "above is long\t:line\t4", "is\theadline\t5", "is long\t:block\t-3"]

    assert parse("\n".join(rows)).lanes["is long"] == parse("\n".join(rows[::-1])).lanes["is long"] != 0


def test_an_unknown_target_is_refused() -> None:
    with pytest.raises(KeyError):
        parse("is a date\theadlin\t70\n").lanes["is a date"]
    with pytest.raises(ValueError, match="not in tuple"):
        parse("after headline:block\theadlin:block\t70\n")


def test_edges_are_the_grammars_moved_by_rows() -> None:
    """What a step lacks of the best step to its state, in both orders; the first line's too."""
    above, here = ("headline", "block"), ("deck", "block")
    table = parse("after headline:block\tdeck:block\t-50\nafter start\tdeck:block\t-20\n")
    number, column = STATES.index(above), STATES.index(here)
    costs = [-SCALE * edge(each, here) - 50 * (each == above) for each in STATES]
    lacks = tuple(cost - max(costs) for cost in costs)

    assert table.into[column] == lacks
    assert [row[column] for row in table.onward] == list(lacks)
    assert table.onward[number][column] == -50
    assert table.first[column] == -SCALE * edge(("start", "block"), here) - 20 - max(costs)
    assert unpacked(table.best_steps)[column] - unpacked(table.best_steps)[number] == max(costs) - max(
        -SCALE * edge(each, above) for each in STATES
    )


def test_a_step_s_weight_is_its_chance() -> None:
    """A hundred of weight are one nat of a probability."""
    step = weights().into[0].index(0)
    other = min(range(len(STATES)), key=weights().into[0].__getitem__)

    assert weights().chances[0][step] == 1
    assert weights().chances[0][other] == exp(weights().into[0][other] / 100)
