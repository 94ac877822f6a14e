"""Who does the work: this process, processes of this machine, or a Dask cluster; each is an ``Executor``.

Work goes out in chunks and comes back as they are done, so that memory does not grow with it. Where a process died of a
chunk, each piece of that is tried once more by itself, so that what kills processes is known and all else is done. On
a cluster that proves nothing while others work there, as Dask blames all that waits at a worker for its death: a piece
that dies again is tried a last time when all else is done.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import suppress
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from converter.errors import ConverterError, LostScheduler, MissingExtra
from converter.installed import to_install
from converter.records import NamedTuple

Piece = TypeVar("Piece")
Result = TypeVar("Result")

PATIENCE = 30.0
"""Seconds that a scheduler may be out of reach before it counts as lost, and that nothing may be heard of work before
it is asked for what was done.
"""

GLANCE = 1.0
"""Seconds between two looks at whether it is still there."""


class Died(NamedTuple):
    """A piece of work that its process died of, alone; how long that took."""

    piece: Any
    seconds: float


class Inline(Executor):
    """This process does the work when it is handed over."""

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **said: Any) -> Future[Any]:
        """Do it, and give what came of it."""
        future: Future[Any] = Future()
        try:
            future.set_result(work(*arguments, **said))
        except Exception as error:
            future.set_exception(error)
        return future


class Crew:
    """Those who do the work, by turns renewed where one of them died.

    ``where`` is ``inline``, ``processes``, or the address of a Dask scheduler; ``workers`` is how many processes, 0 as
    many as this process may use cores. Raises ``MissingExtra``, ``LostScheduler``.
    """

    def __init__(self, where: str = "processes", workers: int = 0) -> None:
        self.where = where
        self._cluster = _Cluster(where) if where not in ("inline", "processes") else None
        self.workers = 1 if where == "inline" else workers or _cores()
        if self._cluster:
            self.workers = self._cluster.cores()
        self._pool: Executor | None = None
        self._alone: Executor | None = None

    @property
    def kills(self) -> bool:
        """Whether what hangs can be ended."""
        return self.where != "inline"

    def pool(self) -> Executor:
        """Who does the chunks."""
        self._pool = self._pool or self._made(self.workers)
        return self._pool

    def alone(self) -> Executor:
        """Who does single pieces, one at a time."""
        if self.where != "processes":
            return self.pool()
        self._alone = self._alone or self._made(1)
        return self._alone

    def _made(self, workers: int) -> Executor:
        if self._cluster:
            return self._cluster.executor()
        if self.where == "inline":
            return Inline()
        return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_work_for_another)

    def renew(self) -> None:
        """Take others in the place of those of whom one died."""
        for one in filter(None, (self._pool, self._alone)):
            if isinstance(one, ProcessPoolExecutor) and _is_broken(one):
                one.shutdown(wait=False, cancel_futures=True)
                self._pool = None if one is self._pool else self._pool
                self._alone = None if one is self._alone else self._alone

    @property
    def is_there(self) -> bool:
        """Whether its scheduler, if any, is within reach."""
        return not self._cluster or self._cluster.is_there

    def look(self) -> None:
        """Raise ``LostScheduler`` where it is."""
        if self._cluster:
            self._cluster.look()

    def fetch(self, futures: Iterable[Future[Any]]) -> None:
        """Look for what came of work that nothing was heard of for long."""
        if self._cluster:
            self._cluster.fetch(futures)

    def close(self, at_once: bool = False) -> None:
        """Let them go; ``at_once`` ends what they are at."""
        for one in filter(None, (self._pool, self._alone)):
            if at_once and isinstance(one, ProcessPoolExecutor):
                one.shutdown(wait=False, cancel_futures=True)
                for process in active_children():
                    process.kill()
            elif not self._cluster:
                one.shutdown(wait=True, cancel_futures=True)
        if self._cluster:
            self._cluster.close()


class Spread(Generic[Piece, Result]):
    """Work spread over a crew: iterate over it for what comes of each chunk, in the order in which that is done.

    A chunk gives the list of its results; a piece that its process dies of gives ``Died``. ``stop`` hands out no more.
    Results that were given, and not done with when Ctrl-C came, are given again by the next iteration.
    """

    def __init__(
        self,
        crew: Crew,
        work: Callable[..., list[Result]],
        chunks: Iterable[Sequence[Piece]],
        *arguments: Any,
    ) -> None:
        self._crew, self._work, self._arguments = crew, work, arguments
        self._chunks = iter(chunks)
        self._under_way: dict[Future[list[Result]], Sequence[Piece]] = {}
        self._suspects: deque[Piece] = deque()
        self._trials: deque[Piece] = deque()
        self._alone: tuple[Future[list[Result]], Piece, float, bool] | None = None
        self._stopped = False

    def stop(self) -> None:
        """Hand out no more; what is under way is awaited."""
        self._stopped = True
        self._suspects.clear()
        self._trials.clear()
        for future in self._under_way:
            future.cancel()

    def __iter__(self) -> Iterator[list[Result | Died]]:
        heard = monotonic()
        while self._hand_out():
            futures = [*self._under_way, *([self._alone[0]] if self._alone else [])]
            done, _ = wait_for(futures, GLANCE, FIRST_COMPLETED)
            for future in done:
                yield self._taken(future)
                self._let_go(future)
            if done:
                heard = monotonic()
                continue
            self._crew.look()
            if monotonic() - heard > PATIENCE:
                self._crew.fetch(futures)
                heard = monotonic()

    def _hand_out(self) -> bool:
        """Keep everybody at work; whether anything is under way."""
        while not self._stopped and len(self._under_way) < 2 * self._crew.workers:
            chunk = next(self._chunks, None)
            if chunk is None:
                break
            self._under_way[self._submitted(self._crew.pool, chunk)] = chunk
        if not self._alone and (pieces := self._suspects or (not self._under_way and self._trials)):
            piece = pieces.popleft()
            proves = self._crew.where == "processes" or pieces is self._trials
            self._alone = self._submitted(self._crew.alone, [piece]), piece, monotonic(), proves
        return bool(self._under_way or self._alone)

    def _submitted(self, who: Callable[[], Executor], chunk: Sequence[Piece]) -> Future[list[Result]]:
        try:
            return who().submit(self._work, chunk, *self._arguments)
        except BrokenExecutor:  # one of them died meanwhile
            self._crew.renew()
            return who().submit(self._work, chunk, *self._arguments)

    def _let_go(self, future: Future[list[Result]]) -> None:
        """What came of it is done with."""
        self._under_way.pop(future, None)
        if self._alone and self._alone[0] is future:
            self._alone = None

    def _taken(self, future: Future[list[Result]]) -> list[Result | Died]:
        """What came of a chunk that is done, or of a piece by itself."""
        alone = self._alone if self._alone and self._alone[0] is future else None
        chunk = [alone[1]] if alone else self._under_way[future]
        try:
            return [*future.result()]
        except CancelledError as error:
            if self._stopped:
                return []
            if not self._crew.is_there:
                raise LostScheduler(_LOST.format(self._crew.where)) from error
        except ConverterError:
            raise
        except Exception as error:
            if not _is_a_death(error):
                raise
            self._crew.renew()
        self._let_go(future)
        # a process died of it, or with it: Dask cancels what a worker has made and nobody has fetched
        if alone and alone[3]:
            return [Died(alone[1], monotonic() - alone[2])]
        if not self._stopped:
            (self._trials if alone else self._suspects).extend(chunk)
        return []


_LOST = "the scheduler {} was lost: what was made is kept; start it, and say the same again for the rest"


def _is_a_death(error: Exception) -> bool:
    """Whether it says that a process died: the pool's, or Dask's of a task that its workers died of."""
    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"


def _is_broken(pool: ProcessPoolExecutor) -> bool:
    try:
        pool.submit(int).cancel()
    except BrokenExecutor:
        return True
    return False


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _work_for_another() -> None:
    """A process of ours leaves Ctrl-C to the one that it works for, which ends it when its chunk is done; and goes when
    that one is gone, were it killed: it would wait for the next chunk for ever.
    """
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        Thread(target=_go_with, args=(parent,), daemon=True).start()


def _go_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


class _Cluster:
    """A Dask cluster by the address of its scheduler; it has a worker at least."""

    _client: Any

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client as found
        except ImportError as error:
            raise MissingExtra(
                f"a cluster needs Dask, which is not installed: {to_install('dask[distributed]')}"
            ) from error
        try:
            client: Any = found
            self._client = client(address, timeout=PATIENCE)
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            raise LostScheduler(
                f"the scheduler {address} cannot be reached, or has no worker ({error}): start `dask scheduler` and "
                "`dask worker`, and check the address"
            ) from error
        self._address = address
        self._away: float | None = None
        self._keys: WeakKeyDictionary[Future[Any], str] = WeakKeyDictionary()

    def cores(self) -> int:
        """How many threads the workers have, at least one."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def executor(self) -> Executor:
        """Dask as an executor; what is the same work twice is done twice."""
        from distributed.cfexecutor import ClientExecutor

        known: Any = ClientExecutor
        keys = self._keys

        class Keyed(known):  # type: ignore[misc]
            """One that tells by which key the scheduler knows the work that a future is of."""

            def _wrap_future(self, sent: Any) -> Future[Any]:
                future: Future[Any] = super()._wrap_future(sent)
                keys[future] = sent.key
                return future

        executor: Executor = Keyed(self._client, pure=False)
        return executor

    def fetch(self, futures: Iterable[Future[Any]]) -> None:
        """Ask the scheduler itself for what was done, so that nothing is awaited for ever: Dask's executor is not told
        of what was lost with its worker while it was being fetched, and done again.
        """
        for future in futures:
            key = self._keys.get(future)
            with suppress(OSError, TimeoutError):
                said = self._client.sync(self._client.scheduler.gather, keys=[key]) if key else {}
                if said.get("status") == "OK" and not future.done():
                    future.set_result(said["data"][key])

    @property
    def is_there(self) -> bool:
        """Whether it is within reach; Dask says that it is not before it cancels anything for that."""
        return bool(self._client.status == "running")

    def look(self) -> None:
        """Raise ``LostScheduler`` where it has been out of reach for too long."""
        if self.is_there:
            self._away = None
            return
        self._away = self._away or monotonic()
        if self._client.status == "closed" or monotonic() - self._away > PATIENCE:
            raise LostScheduler(_LOST.format(self._address))

    def close(self) -> None:
        """Leave it at work for others."""
        self._client.close(timeout=5)
