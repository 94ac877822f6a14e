"""A linear-chain conditional random field over the states of ``search/grammar.py``, fitted with a prior.

Emission weights are sums of three tables, so that what is known of a role or of an opening is shared by its states:
``weight(cue, state) = role(cue, role of state) + opening(cue, opening of state) + own(cue, state)``.
A line whose state is not known, or known in part, is given as the set of states that it may have (Täckström et al.
2013, partially observed sequences): the fit raises the probability of the whole set.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from converter.structure.search.grammar import LABELS, START, STATES, edge

Floats = NDArray[np.float64]
OPENINGS = ("article", "block", "line")
N = len(STATES)
ROLE_OF = np.zeros((len(LABELS), N))
OPENING_OF = np.zeros((len(OPENINGS), N))
for number, (role, opening) in enumerate(STATES):
    ROLE_OF[LABELS.index(role), number] = 1
    OPENING_OF[OPENINGS.index(opening), number] = 1
GRAMMAR = -np.array([[edge(above, here) for here in STATES] for above in STATES])
FIRST = -np.array([edge((START, "block"), here) for here in STATES])


@dataclass
class Batch:
    """Pages side by side: ``rows[t]`` are the rows, in the matrices, of the t-th lines of all pages that long.

    Where every line has one allowed state, ``edges`` and ``starts`` are the counts of the true paths, else None.
    """

    features: csr_matrix
    allowed: Floats
    rows: list[NDArray[np.int64]]
    edges: Floats | None
    starts: Floats | None
    weight: float

    @classmethod
    def of(cls, pages: list[tuple[list[list[int]], Floats]], width: int, weight: float = 1) -> Batch:
        """Pages of (feature numbers a line, allowed states a line), each of which counts ``weight`` times."""
        pages = sorted(pages, key=lambda page: -len(page[0]))
        begins = np.cumsum([0] + [len(page[0]) for page in pages])
        lines = [line for page in pages for line in page[0]]
        pointers = np.cumsum([0] + [len(line) for line in lines])
        columns = np.array([number for line in lines for number in line], dtype=np.int32)
        features = csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(lines), width))
        longest = len(pages[0][0])
        rows = [np.array([begins[p] + t for p, page in enumerate(pages) if len(page[0]) > t]) for t in range(longest)]
        allowed = np.concatenate([page[1] for page in pages])
        if (allowed.sum(axis=1) > 1).any():
            return cls(features, allowed, rows, None, None, weight)
        edges = sum((page[1][:-1].T @ page[1][1:] for page in pages), np.zeros((N, N)))
        return cls(features, allowed, rows, edges, allowed[rows[0]].sum(axis=0), weight)

    def truth(self, emission: Floats, model: Model) -> tuple[float, Floats, Floats, Floats]:
        """What ``chain`` gives when only the allowed states are left."""
        if self.edges is None or self.starts is None:
            return chain(np.where(self.allowed > 0, emission, emission - 60), model.steps, model.first, self.rows)
        score = (emission * self.allowed).sum() + (model.steps * self.edges).sum() + model.first @ self.starts
        return float(score), self.allowed, self.edges, self.starts


def chain(
    emission: Floats, steps: Floats, first: Floats, rows: list[NDArray[np.int64]]
) -> tuple[float, Floats, Floats, Floats]:
    """The log partition, every line's state probabilities, and the expected counts of edges and of first states."""
    top = emission.max(axis=1, keepdims=True)
    local = np.exp(emission - top)
    edges, starts = np.exp(steps), np.exp(first)
    forward, scale = np.zeros_like(local), np.zeros(len(local))
    for t, at in enumerate(rows):
        score = local[at] * (starts if not t else forward[rows[t - 1][: len(at)]] @ edges)
        scale[at] = score.sum(axis=1)
        forward[at] = score / scale[at, None]
    backward = np.ones_like(local)
    expected = np.zeros_like(edges)
    for t in range(len(rows) - 1, 0, -1):
        at, above = rows[t], rows[t - 1][: len(rows[t])]
        message = local[at] * backward[at] / scale[at, None]
        expected += forward[above].T @ message
        backward[above] = message @ edges.T
    state = forward * backward
    return float(np.log(scale).sum() + top.sum()), state, expected * edges, state[rows[0]].sum(axis=0)


@dataclass
class Model:
    """Fitted weights in nats: ``emission`` is cues × states, ``steps`` states × states, ``first`` of the first line."""

    role: Floats
    opening: Floats
    own: Floats
    steps: Floats
    first: Floats

    @property
    def emission(self) -> Floats:
        return self.role @ ROLE_OF + self.opening @ OPENING_OF + self.own


def fit(
    batches: list[Batch],
    prior: Floats,
    strength: tuple[float, float, float, float] = (0.5, 0.5, 2.0, 0.5),
    rounds: int = 120,
    least: float = 0.12,
) -> Model:
    """The weights that best explain the batches, held to ``prior`` (cues × roles and openings) and to the grammar.

    ``strength`` are the weights of the squared distance from the prior: role, opening, own, steps. Weights that end
    within ``least`` nats of the prior are put back to it, and the others fitted once more without them: a table that
    can be read.
    """
    width, labels, openings = len(prior), len(LABELS), len(OPENINGS)
    sizes = [width * labels, width * openings, width * N, N * N, N]
    cuts = np.cumsum(sizes)[:-1]
    transposed = [batch.features.T.tocsr() for batch in batches]
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
        value, error = 0.0, np.zeros_like(weights)
        edge_error, start_error = np.zeros((N, N)), np.zeros(N)
        for batch, features in zip(batches, transposed, strict=True):
            emission = batch.features @ weights
            total, state, edges, starts = chain(emission, model.steps, model.first, batch.rows)
            true, true_state, true_edges, true_starts = batch.truth(emission, model)
            value += batch.weight * (total - true)
            error += batch.weight * (features @ (state - true_state))
            edge_error += batch.weight * (edges - true_edges)
            start_error += batch.weight * (starts - true_starts)
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
