"""A batch from and to a store that speaks S3's protocol, on the loopback: whole or not at all there too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.batch.addresses import file_at
from converter.batch.run import opened
from converter.batch.sources import files_in
from converter.batch.storage import Place
from converter.errors import UnreadableInput, UnwritableOutput
from tests.batch.made import archive, batch_of, held, ran
from tests.strategies import PIXEL

pytest.importorskip("s3fs", reason="s3fs is not installed: pip install '.[test]'")
moto = pytest.importorskip("moto.server", reason="moto is not installed: pip install '.[test]'")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the store."""
    one = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    one.start()
    host, port = one.get_host_and_port()
    yield f"http://{host}:{port}"
    one.stop()


@pytest.fixture
def store(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Two empty buckets, and where they are in the environment, as a cluster's machines have it."""
    import boto3
    import s3fs

    said = {"AWS_ENDPOINT_URL": server, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
    for name, value in (said | {"AWS_DEFAULT_REGION": "us-east-1"}).items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    for bucket in ("archive", "books"):
        client.create_bucket(Bucket=bucket)
    s3fs.S3FileSystem.clear_instance_cache()
    from converter.batch.addresses import reached

    reached.cache_clear()
    yield client
    reached.cache_clear()
    for bucket in ("archive", "books"):
        for one in client.list_objects_v2(Bucket=bucket).get("Contents", []):
            client.delete_object(Bucket=bucket, Key=one["Key"])
        client.delete_bucket(Bucket=bucket)


def uploaded(client: object, folder: Path) -> None:
    """Put the files of a folder into the first bucket."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            client.put_object(Bucket="archive", Key=file.relative_to(folder).as_posix(), Body=file.read_bytes())  # type: ignore[attr-defined]


def keys(client: object) -> list[str]:
    """What the second bucket holds."""
    return sorted(one["Key"] for one in client.list_objects_v2(Bucket="books").get("Contents", []))  # type: ignore[attr-defined]


def test_from_a_bucket_to_a_bucket(store: object, tmp_path: Path) -> None:
    """The same books as on disk; a second run makes what has changed, one of another machine too."""
    source = archive(tmp_path / "a")
    uploaded(store, source)
    state = tmp_path / "state.sqlite"
    batch = batch_of(Path("x"), Path("y"), sources=("s3://archive",), place=Place("s3://books/of/2021"), state=state)
    assert ran(batch, "processes").made == 3
    ran(batch_of(source, tmp_path / "b"))
    on_disk = held(tmp_path / "b")
    assert keys(store) == [f"of/2021/{name}" for name in on_disk]
    assert {name: batch.place.read(name) for name in on_disk} == on_disk
    assert ran(batch).unchanged == 3
    store.put_object(Bucket="archive", Key="2021-01/02/01.txt", Body=b"\xe5\x8f\xa6\xe4\xb8\x80\xe9\xa1\xb5")  # type: ignore[attr-defined]
    store.delete_object(Bucket="books", Key="of/2021/2021-01/2021-01-03.outline")  # type: ignore[attr-defined]
    counts = ran(batch)
    assert (counts.made, counts.unchanged) == (2, 1)


def test_the_command_keeps_its_manifest_there(store: object, tmp_path: Path) -> None:
    """From another folder, as another machine's, the same command finds what was made."""
    uploaded(store, archive(tmp_path / "a"))
    command = [sys.executable, "-m", "converter", "batch", "s3://archive", "-o", "s3://books/2021", "--json"]
    for number, made in ((1, 3), (2, 0)):
        here = tmp_path / str(number)
        here.mkdir()
        done = subprocess.run(
            [*command, "--to", "outline", "--scheduler", "inline"],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
            capture_output=True,
            text=True,
            check=True,
        )
        end = json.loads(done.stdout.splitlines()[-1])
        assert (end["event"], end["made"], end["unchanged"]) == ("end", made, 3 - made)
        assert (here / "2021.banmian-batch.sqlite").exists()
    shelf = [*command[:-1], "--to", "epub", "--scheduler", "inline", "--shelf", "--rows", "parquet", "-q"]
    subprocess.run(shelf, cwd=tmp_path, check=True)
    names = ("index.html", "opds.json", "shelf/search.html", "shelf/titles/1.js", "rows/articles-2021-01.parquet")
    assert {f"2021/{name}" for name in names} <= {*keys(store)}
    assert {"2021/report.html", "2021/report.json", "2021/.banmian-batch/manifest.sqlite"} <= {*keys(store)}


def test_what_is_sent_is_there_whole_or_not_at_all(store: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that ends while a book is sent leaves the older one, and says so."""
    place = Place("s3://books")
    place.put("a.epub", b"old")
    from converter.batch.addresses import reached

    files, _ = reached("s3://books/a.epub")
    call = files._call_s3

    def failing(method: object, *arguments: object, **said: object) -> object:
        if getattr(method, "__name__", method) == "put_object":
            raise ConnectionResetError(104, "Connection reset by peer")
        return call(method, *arguments, **said)  # in newer versions of s3fs something to wait for

    with monkeypatch.context() as cut:
        cut.setattr(files, "_call_s3", failing)
        with pytest.raises(UnwritableOutput, match="cannot write s3://books/a.epub: Connection reset by peer"):
            place.put("a.epub", b"new")
    assert (keys(store), place.read("a.epub")) == (["a.epub"], b"old")
    place.put("a.epub", b"new")
    assert (keys(store), place.read("a.epub"), place.sizes("")) == (["a.epub"], b"new", {"a.epub": 3})


def test_zips_and_pictures_in_a_bucket(store: object, tmp_path: Path) -> None:
    """A zip is a folder there too, and a picture beside a page goes into its book."""
    source = archive(tmp_path / "a", days=1, pages=1)
    (source / "2021-01" / "01" / "01").mkdir()
    (source / "2021-01" / "01" / "01" / "ship.png").write_bytes(PIXEL)
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as packed:
        for file in archive(tmp_path / "z", days=2, pages=1).rglob("*.txt"):
            packed.write(file, file.relative_to(tmp_path / "z"))
    uploaded(store, source)
    store.put_object(Bucket="books", Key="p.zip", Body=(tmp_path / "p.zip").read_bytes())  # type: ignore[attr-defined]
    found = sorted(files_in("s3://books/p.zip"))
    assert ["/".join(one.parts) for one in found] == ["p/2021-01/01/01.txt", "p/2021-01/02/01.txt"]
    assert sorted(files_in("s3://books")) == found
    assert sorted(files_in("zip://2021-01/02::s3://books/p.zip")) == found[1:]
    assert "航线" in file_at(found[0].path).read().decode()
    ran(batch_of(Path("x"), tmp_path / "b", sources=("s3://archive",), formats=("html",)))
    (made,) = held(tmp_path / "b", [".html"]).values()
    assert b"data:image/png" in made


def test_what_is_not_there(store: object, tmp_path: Path) -> None:
    """A bucket, a key, a right that are not there are an error that names the address."""
    for source in ("s3://nowhere/x", "s3://archive/none"):
        with pytest.raises(UnreadableInput, match=source):
            list(files_in(source))
    with pytest.raises(UnreadableInput, match="s3://archive/none.txt"):
        file_at("s3://archive/none.txt").read()
    with pytest.raises(UnwritableOutput, match="s3://nowhere"):
        Place("s3://nowhere").put("a", b"x")
    with pytest.raises(UnwritableOutput, match="make it on a disk"):
        Place("s3://books").put("site", {"index.html": b""})
    with pytest.raises(UnreadableInput, match="run the batch first"):
        opened(batch_of(tmp_path, tmp_path, place=Place("s3://books/x"), state=tmp_path / "s"), to_write=False)
    assert threading.active_count() > 0
