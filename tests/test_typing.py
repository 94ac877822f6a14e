"""A program that uses the library passes strict type checkers, and one that uses it wrongly does not."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WRONG = """
import converter

converter.convert(5, "a.epub")
converter.convert("a.txt", "a.epub", vertical="no")
converter.loda("a.txt")
"""


def _mypy(root: Path, program: Path) -> subprocess.CompletedProcess[str]:
    """What mypy says of a program, of the library's own files nothing."""
    command = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--config-file=", program.name]
    return _said(command, program.parent, MYPYPATH=str(root))


def _pyright(root: Path, program: Path) -> subprocess.CompletedProcess[str]:
    """What pyright says of it."""
    pytest.importorskip("pyright", reason="pyright is not installed")
    if not shutil.which("node"):
        pytest.skip("pyright needs node")
    said = {"typeCheckingMode": "strict", "extraPaths": [str(root)], "pythonVersion": "3.11"}
    (program.parent / "pyrightconfig.json").write_text(json.dumps(said))
    return _said([sys.executable, "-m", "pyright", program.name], program.parent)


def _said(command: list[str], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={**os.environ, **more})


@pytest.mark.parametrize("check", [_mypy, _pyright])
def test_a_client_is_typed(check: type, root: Path, tmp_path: Path) -> None:
    """Every way to give inputs and outputs that the guide names has the type that it needs."""
    program = tmp_path / "client.py"
    shutil.copyfile(root / "tests" / "cases" / "types" / "client.py", program)
    done = check(root, program)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", [_mypy, _pyright])
def test_a_wrong_client_is_told(check: type, root: Path, tmp_path: Path) -> None:
    """So does each wrong argument, and a name that is misspelt."""
    program = tmp_path / "wrong.py"
    program.write_text(WRONG)
    done = check(root, program)
    assert done.returncode == 1
    lines = {int(line.split(":")[1]) for line in done.stdout.splitlines() if "error" in line and "wrong.py:" in line}
    assert lines == {4, 5, 6}, done.stdout
