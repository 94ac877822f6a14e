"""The table of weights that labelled pages teach."""

from functools import partial

import pytest

from converter.structure.cues.lines import observe
from converter.structure.search.weights import parse
from tests.tools.train.pages_of_ours import STORY, labelled
from tools.train import crf, fit

PAGES = [labelled(*STORY, ("第2页", "furniture", "block")), labelled(*STORY[:3], id="gull", source="gull")]


def taught() -> str:
    """What two small pages teach with one draw of their variants, in few rounds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fit, "DRAWS", 1)
        patch.setattr(crf, "fit", partial(crf.fit, rounds=15))
        return fit.train(PAGES)


@pytest.fixture(scope="module")
def table() -> str:
    """The table of one training."""
    return taught()


def test_the_same_pages_give_the_same_table(table: str) -> None:
    """Nothing in the table is by chance."""
    assert taught() == table


def test_the_table_is_in_the_form_that_the_detector_reads(table: str) -> None:
    """Sorted rows of cue, target and weight, none smaller than the least."""
    head, *rows = table.splitlines()
    cells = [row.split("\t") for row in rows]
    assert head.startswith("# cue\ttarget\tweight")
    assert rows and [cell[:2] for cell in cells] == sorted(cell[:2] for cell in cells)
    assert {abs(int(weight)) >= fit.LEAST for _, _, weight in cells} == {True}
    assert parse(table)


def test_page_feet_are_not_learnt_from() -> None:
    """The search does not see page feet, so they teach nothing."""
    page = fit._in_flow(PAGES[0])
    assert [line.text for line in page.lines] == [text for text, _, _ in STORY]
    assert len(page.allowed) == len(STORY)


def test_a_line_has_the_cues_of_its_neighbours() -> None:
    """The features of a line are its own cues, those above and those below."""
    page = PAGES[1]
    names = fit.vocabulary([page])
    told = {number: name for name, number in names.items()}
    cues = observe(page.lines)
    found = [{told[number] for number in numbers} for numbers in fit.features(page, names)]
    assert found[0] == {*cues[0], *(f"below {cue}" for cue in cues[1])}
    assert found[1] == {*cues[1], *(f"above {cue}" for cue in cues[0]), *(f"below {cue}" for cue in cues[2])}


def test_the_prior_names_what_there_is() -> None:
    """Every row of ``prior.tsv`` has a cue, a role or an opening, and a weight; the table of it has them all."""
    names = fit.vocabulary([])
    assert (fit.prior_of(names) != 0).sum() == len({row[:2] for row in fit.prior_rows()})
