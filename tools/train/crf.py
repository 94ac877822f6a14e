"""A linear-chain conditional random field over the states of ``search/grammar.py``, fitted with a prior.

Emission weights are sums of three tables, so that what is known of a role or of an opening is shared by its states:
``weight(cue, state) = role(cue, role of state) + opening(cue, opening of state) + own(cue, state)``.
A line whose state is not known, or known in part, is given as the set of states that it may have (Täckström et al.
2013, partially observed sequences): the fit raises the probability of the whole set.

Sums over lines are in single precision, which halves their time; weights and their slopes are in double.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from converter.structure.search.grammar import LABELS, START, STATES, edge

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
OPENINGS = ("article", "block", "line")
N = len(STATES)
ROLE_OF = np.zeros((len(LABELS), N))
OPENING_OF = np.zeros((len(OPENINGS), N))
for number, (role, opening) in enumerate(STATES):
    ROLE_OF[LABELS.index(role), number] = 1
    OPENING_OF[OPENINGS.index(opening), number] = 1
GRAMMAR = -np.array([[edge(above, here) for here in STATES] for above in STATES])
FIRST = -np.array([edge((START, "block"), here) for here in STATES])


@dataclass(frozen=True)
class Page:
    """A page to learn from: the numbers of the cues of each line, the allowed states a line, and what it counts."""

    cues: list[list[int]]
    allowed: Floats
    weight: float = 1


@dataclass
class Batch:
    """Pages side by side: ``rows[t]`` are the rows, in the matrices, of the t-th lines of all pages that long.

    Rows stand by ``t``, then by page, the longest first: the first rows of ``rows[t]`` go on in ``rows[t + 1]``.
    Where every line has one allowed state, ``edges`` and ``starts`` are the counts of the true paths, else None.
    """

    features: csr_matrix
    transposed: csr_matrix
    allowed: Singles
    weights: Singles
    rows: list[slice]
    edges: Floats | None
    starts: Floats | None

    @classmethod
    def of(cls, pages: Sequence[Page], width: int) -> Batch:
        """Pages with ``width`` cues in all."""
        pages = sorted(pages, key=lambda page: -len(page.cues))
        at = [(t, page) for t in range(len(pages[0].cues)) for page in pages if len(page.cues) > t]
        counts = Counter(t for t, _ in at)
        ends = np.cumsum([counts[t] for t in range(len(counts))])
        rows = [slice(end - counts[t], end) for t, end in enumerate(ends.tolist())]
        lines = [page.cues[t] for t, page in at]
        pointers = np.cumsum([0] + [len(line) for line in lines])
        columns = np.fromiter((number for line in lines for number in line), np.int32, pointers[-1])
        ones = np.ones(len(columns), np.float32)
        features = csr_matrix((ones, columns, pointers), shape=(len(lines), width))
        allowed = np.array([page.allowed[t] for t, page in at], np.float32)
        weights = np.array([[page.weight] for _, page in at], np.float32)
        edges = starts = None
        if not (allowed.sum(axis=1) > 1).any():
            edges = sum((page.weight * page.allowed[:-1].T @ page.allowed[1:] for page in pages), np.zeros((N, N)))
            starts = (allowed * weights)[rows[0]].sum(axis=0).astype(float)
        return cls(features, features.T.tocsr(), allowed, weights, rows, edges, starts)

    def truth(self, emission: Singles, model: Model) -> Sums:
        """What ``chain`` gives when only the allowed states are left."""
        if self.edges is None or self.starts is None:
            only = np.where(self.allowed > 0, emission, emission - np.float32(60))
            return chain(only, model.steps, model.first, self.rows, self.weights)
        state = self.allowed * self.weights
        score = float(
            (emission * state).sum(dtype=float) + (model.steps * self.edges).sum() + model.first @ self.starts
        )
        return Sums(score, state, self.edges, self.starts)


class Sums(NamedTuple):
    """Over all lines, each as heavy as its page: the log partition, the states' probabilities, and the expected counts
    of edges and of first states.
    """

    partition: float
    state: Singles
    edges: Floats
    starts: Floats


def chain(emission: Singles, steps: Floats, first: Floats, rows: list[slice], weights: Singles) -> Sums:
    """The forward-backward recursion over pages side by side, scaled line by line."""
    top = emission.max(axis=1, keepdims=True)
    local = np.exp(emission - top)
    edges, starts = np.exp(steps).astype(np.float32), np.exp(first).astype(np.float32)
    forward, scale = np.empty_like(local), np.empty((len(local), 1), np.float32)
    for t, at in enumerate(rows):
        score = local[at] * (forward[_above(rows, t)] @ edges if t else starts)
        scale[at] = score.sum(axis=1, keepdims=True)
        forward[at] = score / scale[at]
    backward, expected = np.ones_like(local), np.zeros_like(edges)
    local /= scale
    for t in range(len(rows) - 1, 0, -1):
        at, above = rows[t], _above(rows, t)
        message = local[at] * backward[at]
        expected += forward[above].T @ (message * weights[at])
        backward[above] = message @ edges.T
    state = forward * backward * weights
    partition = float((weights * (np.log(scale) + top)).sum(dtype=float))
    return Sums(partition, state, (expected * edges).astype(float), state[rows[0]].sum(axis=0).astype(float))


def _above(rows: list[slice], t: int) -> slice:
    """The rows of the lines above those of ``rows[t]``."""
    first = rows[t - 1].start
    return slice(first, first + rows[t].stop - rows[t].start)


@dataclass
class Model:
    """Fitted weights in nats: ``emission`` is cues × states, ``steps`` states × states, ``first`` of the first line."""

    role: Floats
    opening: Floats
    own: Floats
    steps: Floats
    first: Floats

    @property
    def emission(self) -> Singles:
        return (self.role @ ROLE_OF + self.opening @ OPENING_OF + self.own).astype(np.float32)


STRENGTH = (4.0, 4.0, 16.0, 4.0)
"""Weights of the squared distance from the prior: of a role's weights, an opening's, one state's own, of steps. Eight
times weaker ones read the papers that were trained on as well, and papers left out worse by one block in seventy."""


def fit(
    batches: list[Batch],
    prior: Floats,
    strength: tuple[float, float, float, float] = STRENGTH,
    rounds: int = 120,
    least: float = 0.15,
) -> Model:
    """The weights that best explain the batches, held to ``prior`` (cues × roles and openings) and to the grammar.

    Weights that end within ``least`` nats of the prior are put back to it, and the others fitted once more without
    them: a table that can be read.
    """
    width, labels, openings = len(prior), len(LABELS), len(OPENINGS)
    sizes = [width * labels, width * openings, width * N, N * N, N]
    cuts = np.cumsum(sizes)[:-1]
    means = np.concatenate(
        [prior[:, :labels].ravel(), prior[:, labels:].ravel(), np.zeros(sizes[2]), GRAMMAR.ravel(), FIRST]
    )
    pull = np.concatenate([np.full(size, s) for size, s in zip(sizes, (*strength, strength[3]), strict=True)])

    def unpack(vector: Floats) -> Model:
        role, opening, own, steps, first = np.split(vector, cuts)
        return Model(
            role.reshape(width, labels),
            opening.reshape(width, openings),
            own.reshape(width, N),
            steps.reshape(N, N),
            first,
        )

    def loss(vector: Floats) -> tuple[float, Floats]:
        model = unpack(vector)
        weights = model.emission
        value, error = 0.0, np.zeros(weights.shape)
        edge_error, start_error = np.zeros((N, N)), np.zeros(N)
        for batch in batches:
            emission = batch.features @ weights
            found = chain(emission, model.steps, model.first, batch.rows, batch.weights)
            true = batch.truth(emission, model)
            value += found.partition - true.partition
            error += batch.transposed @ (found.state - true.state)
            edge_error += found.edges - true.edges
            start_error += found.starts - true.starts
        away = vector - means
        slope = [error @ ROLE_OF.T, error @ OPENING_OF.T, error, edge_error, start_error]
        return value + 0.5 * float(pull @ away**2), free * (
            np.concatenate([part.ravel() for part in slope]) + pull * away
        )

    options = {"maxiter": rounds, "maxcor": 12}
    free = np.ones(len(means))
    found = minimize(loss, means, jac=True, method="L-BFGS-B", options=options)
    free = np.where(np.abs(found.x - means) >= least, 1.0, 0.0)
    start = np.where(free, found.x, means)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options | {"maxiter": rounds // 3})
    return unpack(found.x)
