"""A package that is not installed is told in a sentence with what helps, in the library and by the command."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import converter
from converter.installed import all_installed, to_install
from tests.cli.command import run

BARE = {"env": {"LANG": "C.UTF-8"}, "capture_output": True, "text": True, "check": False}


def lacking(package: str, python: str = sys.executable) -> str:
    """What is said where a package is lacking."""
    return (
        f"Banmian needs the package {package}, which is not installed for {python}: install Banmian whole, "
        "as its README shows (python -m pip install . in a virtual environment)"
    )


@pytest.mark.parametrize(
    ("package", "modules", "said"),
    [
        ("ebooklib", ["converter.writers.epub.book", "converter.writers.epub.package"], {"to": "epub"}),
        ("opencc", ["converter.script"], {"to": "outline", "script": "s2t"}),
        ("mistune", ["converter.readers.markdown"], {"to": "outline", "reader": "markdown"}),
    ],
)
def test_a_package_that_is_lacking(
    package: str, modules: list[str], said: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading, converting and writing say which package is lacking; nothing is written, and the command ends with 8."""
    (tmp_path / "page.txt").write_text("新桥昨日通车\n\n第一班公交车清晨驶上新桥。\n", "utf-8")
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    for name in [each for each in sys.modules for module in modules if f"{each}.".startswith(f"{module}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(converter.MissingExtra) as error:
        converter.convert(tmp_path / "page.txt", tmp_path / "page.out", **said)  # type: ignore[arg-type]
    assert str(error.value) == lacking(package)
    options = [f"--{name.replace('reader', 'from')}={value}" for name, value in said.items()]
    result = run("convert", str(tmp_path / "page.txt"), "-o", str(tmp_path / "page.out"), *options)
    assert (result.exit_code, result.stderr) == (8, f"banmian: {lacking(package)}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]


def test_a_fault_of_ours_is_none_of_the_user_s() -> None:
    """A module of Banmian's that is not there is an error in Banmian."""
    with pytest.raises(ModuleNotFoundError), all_installed():
        import converter.no_such_module  # type: ignore[import-not-found]  # noqa: F401


def test_the_command_without_any_package(root: Path) -> None:
    """Where Python has the source alone, the command says so at once, and still tells its version."""
    alone = [sys.executable, "-S", "-m", "converter"]
    done = subprocess.run([*alone, "convert", "page.txt"], cwd=root, **BARE)
    assert (done.returncode, done.stderr) == (8, f"banmian: {lacking('click')}\n")
    done = subprocess.run([*alone, "--version"], cwd=root, **BARE)
    assert (done.returncode, done.stdout) == (0, f"banmian {converter.__version__}\n")


def test_a_zip_that_holds_machine_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package whose parts Python cannot load from a zip is told as that, with what helps."""
    with zipfile.ZipFile(tmp_path / "app.pyz", "w") as app:
        app.writestr("machine/__init__.py", "")
    monkeypatch.syspath_prepend(tmp_path / "app.pyz")
    with pytest.raises(converter.MissingExtra, match="^the package machine has parts in machine code"), all_installed():
        from machine import etree  # type: ignore[import-not-found]  # noqa: F401


def test_what_is_to_be_typed_for_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is for the Python that runs: with its pip, and without one, as uv's tools are, with uv."""
    monkeypatch.setattr(sys, "executable", "/home/jiang fan/python")
    assert to_install("fonttools") == "'/home/jiang fan/python' -m pip install fonttools"
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    uv = "uv pip install --python '/home/jiang fan/python'"
    assert to_install("fsspec", "dask[distributed]") == f"{uv} fsspec 'dask[distributed]'"
