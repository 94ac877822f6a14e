"""Issues of METS in an archive: the file of the issue is the input, its pages are read with it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from converter.batch.run import planned
from converter.batch.sources import led_to
from tests.batch.made import Heard, batch_of, page, ran
from tests.readers.recognised.test_mets import FILES, docworks


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", ["issue-mets.xml", "issue.mets"])
def test_an_issue_is_one_book(packed: bool, name: str, tmp_path: Path) -> None:
    """Whatever the suffix of METS, in a folder or a zip; its pages are no inputs, and none that no reader reads."""
    archive = tmp_path / "archive"
    for path, data in {name: docworks(), **FILES, "notes.xml": b"<notes/>"}.items():
        place = archive / "1932-05-16" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (archive / "1932-05-17").mkdir()
    (archive / "1932-05-17" / "01.txt").write_text(page(1932, 5, 17), "utf-8")
    if packed:
        with ZipFile(archive / "1932-05-16.zip", "w") as target:
            for path in sorted((archive / "1932-05-16").rglob("*.*")):
                target.write(path, path.relative_to(archive / "1932-05-16"))
                path.unlink()
    batch, heard = batch_of(archive, tmp_path / "books"), Heard()
    with closing(planned(batch)) as plan:
        assert (plan.inputs, plan.left_out) == (2, 1)
    ran(batch, heard=heard)
    made = {outcome.name: outcome for outcome in heard.outcomes}
    assert sorted(made) == ["1932-05/1932-05-16", "1932-05/1932-05-17"]
    assert (made["1932-05/1932-05-16"].articles, made["1932-05/1932-05-16"].message) == (3, "")


def test_what_is_no_list_leads_to_nothing(tmp_path: Path) -> None:
    """As other XML, and METS that is broken."""
    for name, data in (
        ("a.xml", b"<notes/>"),
        ("b.xml", b"<mets"),
        ("c.mets", b"<mets xmlns='http://www.loc.gov/METS/'>"),
    ):
        (tmp_path / name).write_bytes(data)
        assert led_to(str(tmp_path / name)) == {}
