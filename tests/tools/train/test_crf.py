"""The random field, against sums over every path of a page so small that they can be written out."""

from itertools import product

import numpy as np
import pytest

from converter.structure.search.grammar import STATES
from tests.tools.train.pages_of_ours import labelled
from tools.train import crf
from tools.train.pages import INDEX

PAGE = labelled(("灯塔", "headline", "article"), ("甲", "paragraph", "block"), ("乙", "paragraph", "line"))
CUES = [[0], [1], [1, 2]]
"""The numbers of the cues of its lines."""


def model(seed: int) -> crf.Model:
    """Weights of three cues, any."""
    draw = np.random.default_rng(seed)
    return crf.Model(
        draw.normal(size=(3, len(crf.LABELS))),
        draw.normal(size=(3, len(crf.OPENINGS))),
        draw.normal(size=(3, crf.N)),
        crf.GRAMMAR + draw.normal(size=(crf.N, crf.N)),
        crf.FIRST + draw.normal(size=crf.N),
    )


def summed(batch: crf.Batch, weights: crf.Model) -> crf.Sums:
    """The sums over all paths of the batch's pages."""
    emission = batch.features @ weights.emission
    return crf.chain(emission, weights.steps, weights.first, batch.rows, batch.weights)


def every_path(emission: np.ndarray, weights: crf.Model) -> np.ndarray:
    """The score of each of all paths over three lines, as a cube of states."""
    first = (weights.first + emission[0])[:, None, None]
    second = (weights.steps + emission[1])[:, :, None]
    return first + second + (weights.steps + emission[2])[None, :, :]


def test_chain_sums_over_every_path() -> None:
    """Partition, probabilities of states and expected edges are those of all paths written out."""
    weights = model(1)
    batch = crf.Batch.of([crf.Page(CUES, PAGE.allowed)], 3)
    emission = batch.features @ weights.emission
    total, state, edges, starts = summed(batch, weights)
    paths = every_path(emission, weights)
    odds = np.exp(paths - total)
    assert total == pytest.approx(np.log(np.exp(paths - paths.max()).sum()) + paths.max(), rel=1e-5)
    assert state == pytest.approx(np.array([odds.sum((1, 2)), odds.sum((0, 2)), odds.sum((0, 1))]), abs=1e-5)
    assert edges == pytest.approx(odds.sum(2) + odds.sum(0), abs=1e-5)
    assert starts == pytest.approx(odds.sum((1, 2)), abs=1e-5)


def test_truth_is_the_labelled_path() -> None:
    """The score of a wholly labelled page is its one path's; a partly labelled one sums over the allowed paths."""
    weights = model(2)
    batch = crf.Batch.of([crf.Page(CUES, PAGE.allowed)], 3)
    emission = batch.features @ weights.emission
    paths = every_path(emission, weights)
    path = tuple(int(row.argmax()) for row in PAGE.allowed)
    assert batch.truth(emission, weights)[0] == pytest.approx(paths[path], rel=1e-5)
    partly = PAGE.allowed.copy()
    partly[1, [INDEX["deck", "block"], INDEX["byline", "block"]]] = 1
    score = crf.Batch.of([crf.Page(CUES, partly)], 3).truth(emission, weights)[0]
    allowed = [paths[one] for one in product(*(np.flatnonzero(row) for row in partly))]
    assert score == pytest.approx(np.log(np.exp(allowed).sum()), abs=1e-4)


def test_pages_side_by_side_are_pages_alone() -> None:
    """Pages of different lengths in one batch have the partition that they have one by one."""
    weights = model(3)
    pages = [crf.Page(CUES[:size], PAGE.allowed[:size]) for size in (3, 1, 2)]

    def partition(batch: crf.Batch) -> float:
        return summed(batch, weights).partition

    alone = sum(partition(crf.Batch.of([page], 3)) for page in pages)
    assert partition(crf.Batch.of(pages, 3)) == pytest.approx(alone, rel=1e-5)


def test_fit_learns_and_returns_to_the_prior() -> None:
    """A cue of a headline comes to speak for headlines; what no page speaks of stays as the prior has it."""
    batch = crf.Batch.of([crf.Page(CUES, PAGE.allowed)], 4)
    prior = np.zeros((4, len(crf.LABELS) + len(crf.OPENINGS)))
    prior[3, 0] = 1.5
    fitted = crf.fit([batch], prior)
    assert crf.LABELS[int(fitted.role[0].argmax())] == "headline"
    assert crf.LABELS[int(fitted.role[1].argmax())] == "paragraph"
    assert crf.OPENINGS[int(fitted.opening[2].argmax())] == "line"
    assert fitted.role[3].tolist() == prior[3, : len(crf.LABELS)].tolist()
    assert not fitted.own[3].any()


def test_a_heavier_page_moves_more() -> None:
    """What a page counts is what its labels weigh against the prior."""
    prior = np.zeros((3, len(crf.LABELS) + len(crf.OPENINGS)))
    light, heavy = (crf.fit([crf.Batch.of([crf.Page(CUES, PAGE.allowed, weight)], 3)], prior) for weight in (2, 9))
    headline = crf.LABELS.index("headline")
    assert 0 < light.role[0, headline] < heavy.role[0, headline]
    assert len(STATES) == crf.N
