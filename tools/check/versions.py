"""Whether the lowest versions of the libraries that setup.cfg allows make the same bytes as the newest.

    python -m tools.check.versions FOLDER

makes FOLDER/lowest and FOLDER/newest, an environment each, and in both the same documents; the parts that differ are
named, with the versions, and the exit code is 1. Needs an index of packages; uv finds the versions, and is installed in
FOLDER alone.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from importlib.metadata import distributions
from pathlib import Path

from tools import ROOT, SEEDS

RESOLUTIONS = {"lowest": "lowest-direct", "newest": "highest"}
"""The environments, and what uv calls the versions in them."""

_SCRIPTS = ("", "zh-Hans", "zh-Hant-TW")
_MADE = "made"
_VERSIONS = "versions.txt"


def requirements() -> list[str]:
    """What setup.cfg asks for where no extra is named."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config["options"]["install_requires"].split("\n")[1:]


def compare(folder: Path) -> list[str]:
    """Make both environments and their documents in ``folder``, and tell what differs.

    Raises ``CalledProcessError`` where an environment cannot be made, or a document cannot be made in it.
    """
    _run(sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--target", folder / "uv", "uv")
    for name, resolution in RESOLUTIONS.items():
        python, made = folder / name / "bin/python", folder / _MADE / name
        venv.create(folder / name, clear=True)
        # No user should have to build a library: a version without a wheel is no lowest version.
        chosen = ("--only-binary", ":all:", "--resolution", resolution, *requirements())
        _run(folder / "uv/bin/uv", "pip", "install", "--quiet", "--python", str(python), *chosen)
        shutil.rmtree(made, ignore_errors=True)
        _run(python, "-m", "tools.check.versions", "--make", str(made))
    return differences(*(folder / _MADE / name for name in RESOLUTIONS))


def make(folder: Path) -> None:
    """What this environment makes of the sample pages, and of documents of each format, and which libraries it has."""
    import converter
    from tools.check.census import docx, html

    folder.mkdir(parents=True)
    for page in [*sorted(SEEDS.glob("*.txt")), Path(__file__).with_name("marked-up.outline")]:
        for script in _SCRIPTS:
            for form in ("epub", "html", "outline"):
                converter.convert(page, folder / f"{page.stem}{script}.{form}", script=script or None)
    books = [*folder.glob("*-page.epub"), *folder.glob("*-page.html"), *ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    for book in books:
        converter.convert(book, folder / f"{book.name}.outline")
    for form, documents in (("docx", docx.documents), ("html", html.documents)):
        read = (_read(form, make_it("渡口")) for _, make_it in documents())
        (folder / f"constructs.{form}.txt").write_text("\n".join(read), encoding="utf-8")
    versions = sorted(f"{found.metadata['Name'].lower()} {found.version}" for found in distributions())
    (folder / _VERSIONS).write_text("\n".join(versions), encoding="utf-8")


def _read(form: str, data: bytes) -> str:
    """The outline of a document in memory with what is told of it, or why it cannot be read."""
    from converter import ConverterError
    from converter.options import Options
    from converter.pipeline import load
    from converter.writers.outline import write_outline

    try:
        issue = load(io.BytesIO(data), Options(reader=form))
    except ConverterError as error:
        return str(error)
    return write_outline(issue).decode() + "\n".join(issue.warnings)


def differences(lowest: Path, newest: Path) -> list[str]:
    """The parts of the documents in both folders that are not the same bytes, and the libraries that may be why."""
    before, after = dict(_parts(lowest)), dict(_parts(newest))
    parts = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    if not parts:
        return []
    low, new = (set((made / _VERSIONS).read_text(encoding="utf-8").split("\n")) for made in (lowest, newest))
    return [*parts, f"lowest: {', '.join(sorted(low - new))}", f"newest: {', '.join(sorted(new - low))}"]


def _parts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each file in a folder, an archive's entries one by one."""
    for path in sorted(folder.iterdir()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from ((f"{path.name}: {name}", archive.read(name)) for name in archive.namelist())
        elif path.name != _VERSIONS:
            yield path.name, path.read_bytes()


def _run(*command: str | Path) -> None:
    subprocess.run(list(map(str, command)), check=True, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": "0"})


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--make", where]:
            make(Path(where))
        case [where]:
            if found := compare(Path(where).resolve()):
                sys.exit("\n".join(["These differ:", *found]))
            print("The lowest versions that setup.cfg allows and the newest make the same bytes.")
        case _:
            sys.exit(__doc__)
