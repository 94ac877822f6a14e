"""Wherever a work ends, the old or the new is in its place whole, and the next run leaves nothing beside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from shutil import copytree
from threading import get_ident

import pytest

import converter
from converter import places
from converter.errors import ConverterError
from converter.output import put_among, put_file, put_folder
from tests.struck import Struck, in_memory

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked and killed as POSIX has it")


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Hundreds of works are struck here, each of which syncs its files."""
    with in_memory() as folder:
        yield folder


Put = Callable[[Path, bytes], None]


def as_file(folder: Path, data: bytes) -> None:
    put_file(folder / "page.html", data)


def as_folder(folder: Path, data: bytes) -> None:
    put_folder(folder / "site", {"index.html": data, f"a/{data.decode()}.html": data})


def among(folder: Path, data: bytes) -> None:
    put_among(folder, {"index.html": data, f"a/{data.decode()}.html": data, f"{data.decode()}.xml": data})


def held(folder: Path) -> dict[str, bytes]:
    """Every file, but for what is beside its place."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    names = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    return {name: data for name, data in names.items() if not places._LEFT.fullmatch(name.split("/")[0])}


def beside(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if places._LEFT.fullmatch(name)]


def interrupt() -> None:
    raise KeyboardInterrupt


def fail() -> None:
    raise OSError(5, "Input/output error")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(params=["exchanged", "moved"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to replace a folder: at once where the system can, and one after another."""
    if request.param == "moved":
        monkeypatch.setattr(places, "_renameat2", lambda: None)
    elif places._renameat2() is None:
        pytest.skip("this system cannot exchange names")
    return str(request.param)


def states(put: Put, folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What the folder holds of old, and of new."""
    found = []
    for name, data in (("of old", b"old"), ("of new", b"new")):
        place = folder / name
        place.mkdir()
        put(place, data)
        found.append(held(place))
    return found[0], found[1]


@pytest.mark.parametrize("strike", [interrupt, fail])
@pytest.mark.parametrize("put", [as_file, as_folder, among])
def test_a_failure_at_any_call_of_the_system(put: Put, strike: Callable[[], None], way: str, tmp_path: Path) -> None:
    """Ctrl-C and a disk's error, before and after each: the old or the new is there, and the next run cleans."""
    old, new = states(put, tmp_path)
    at = 0
    while True:
        at += 1
        folder = tmp_path / str(at)
        copytree(tmp_path / "of old", folder)
        struck = Struck(at, strike)
        try:
            struck(partial(put, folder, b"new"))
        except (KeyboardInterrupt, ConverterError, OSError):
            assert struck.happened
        if not struck.happened:
            break
        if beside(folder):  # the failure was in cleaning up, or in putting back
            places.clear(folder)
        assert held(folder) in (old, new), at
        assert beside(folder) == [], at
    assert at > 20 and held(folder) == new


def kill_at_each_call(put: Put, tmp_path: Path) -> None:
    """Kill a process at each call of the system; another one then finds the old or the new, and nothing beside."""
    old, new = states(put, tmp_path)
    at = 0
    while True:
        at += 1
        folder = tmp_path / str(at)
        copytree(tmp_path / "of old", folder)
        child = os.fork()
        if not child:
            try:
                Struck(at, die)(partial(put, folder, b"new"))
            finally:
                os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        if not killed:
            break
        places.clear(folder)
        assert held(folder) in (old, new), at
        assert beside(folder) == [], at
    assert at > 20 and held(folder) == new


@pytest.mark.parametrize("put", [as_file, as_folder, among])
def test_a_process_that_is_killed_at_any_call_of_the_system(put: Put, way: str, root: Path, tmp_path: Path) -> None:
    """The next run finds the old or the new; tried in a small process, for a large one takes long to be forked."""
    moved = "places._renameat2 = lambda: None; " if way == "moved" else ""
    work = f"from tests.test_places import *; {moved}kill_at_each_call({put.__name__}, Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", work], cwd=root, check=True)


def test_an_exchange_leaves_no_moment_without_a_site(tmp_path: Path) -> None:
    """Where the system can, the site is there at every call of the system."""
    if places._renameat2() is None:
        pytest.skip("this system cannot exchange names")
    as_folder(tmp_path, b"old")
    seen = []
    Struck(0, interrupt)(lambda: None)
    watched = Struck(0, interrupt)
    real = watched._profile

    def look(*what: object) -> None:
        real(*what)  # type: ignore[arg-type]
        sys.setprofile(None)
        seen.append((tmp_path / "site" / "index.html").exists())
        sys.setprofile(look)

    sys.setprofile(look)
    try:
        as_folder(tmp_path, b"new")
    finally:
        sys.setprofile(None)
    assert len(seen) > 100 and all(seen)


SAMPLE = 40
"""Calls of a conversion that are struck at least, where it makes as many."""


@pytest.mark.parametrize(("to", "least"), [("html", 30), ("site", 150), ("epub", 40)])
def test_an_interrupt_at_calls_all_over_a_conversion(to: str, least: int, tmp_path: Path, seeds: list[Path]) -> None:
    """Ctrl-C at some 40 calls of the system, evenly spread over all that writing a document makes, or at each of fewer.

    The old or the new is there, and nothing beside after the next run. Where nothing stands yet there are 36 places,
    before and after each call, for a page, 177 for a site, and 1,554 for a book, nearly all of these in looking for
    fonts. Putting the output in its place is what could leave half of it: the tests above strike every call of that.
    """
    issue = converter.load(seeds[0])
    options = converter.Options(to=to)
    (tmp_path / "of new").mkdir()
    converter.write(issue, tmp_path / "of new" / "out", options)
    new = held(tmp_path / "of new")
    place = tmp_path / "of old"
    place.mkdir()
    converter.write(converter.load(seeds[1]), place / "out", options)
    old = held(place)
    whole = Struck(0, interrupt)
    (tmp_path / "counted").mkdir()
    whole(lambda: converter.write(issue, tmp_path / "counted" / "out", options))
    struck_at = range(1, whole.count + 1, max(1, whole.count // SAMPLE))
    assert whole.count >= least and len(struck_at) >= min(SAMPLE, whole.count)
    for at in struck_at:
        struck = Struck(at, interrupt)
        with pytest.raises(KeyboardInterrupt):
            struck(lambda: converter.write(issue, place / "out", options))
        places.clear(place)
        assert held(place) in (old, new), (at, whole.count)
        assert beside(place) == []


def test_what_the_living_make_stays(tmp_path: Path) -> None:
    """Another process's and another thread's work is left alone; that of the dead goes, and of this thread's past."""
    sleeper = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    kept = [f".banmian-{sleeper.pid}-1.part", f".banmian-{sleeper.pid}-1.old", ".banmian-shelf", ".banmian-x-1.part"]
    gone = [f".banmian-{dead.pid}-1.part", f".banmian-{dead.pid}-1.old", f".banmian-{os.getpid()}-{get_ident()}.part"]
    for name in (*kept, *gone):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text("a")
    put_file(tmp_path / "page.html", b"new")
    assert sorted(os.listdir(tmp_path)) == sorted([*kept, "page.html"])
    sleeper.communicate()


def test_data_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file, and each folder of a site, is synced before the move, and the folder of the move after it."""
    done: list[str] = []
    fsync, replace, rename = os.fsync, Path.replace, Path.rename
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("sync"), fsync(number))[1])
    monkeypatch.setattr(Path, "replace", lambda path, to: (done.append("move"), replace(path, to))[1])
    monkeypatch.setattr(Path, "rename", lambda path, to: (done.append("move"), rename(path, to))[1])
    as_file(tmp_path, b"new")
    assert done == ["sync", "move", "sync"]
    done.clear()
    as_folder(tmp_path, b"new")  # two pages, the list of them, two folders
    assert done == [*["sync"] * 5, "move", "sync"]
