"""The house's walls: who may import whom, and what is imported only when it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.check.rooms import between_modules, between_rooms, by_room, circles, imported

ALLOWED = {
    # part: the parts that it may import, besides itself
    "__init__": {"each", "errors", "functions", "model", "options", "output", "pipeline"},
    "each": {"arguments", "errors", "model", "options", "pipeline", "readers"},
    "functions": {"arguments", "exchange", "model", "options", "output", "pipeline", "readers", "script"},
    "__main__": {"__init__", "cli", "errors", "installed"},
    "installed": {"errors"},
    "cli": {
        *(
            "__init__",
            "arguments",
            "batch",
            "deliver",
            "errors",
            "installed",
            "model",
            "options",
            "output",
            "pipeline",
            "press",
            "readers",
            "script",
            "shelf",
            "verify",
            "views",
            "writers",
        )
    },
    "batch": {
        *(
            "__init__",
            "errors",
            "installed",
            "model",
            "neighbours",
            "options",
            "output",
            "pipeline",
            "places",
            "press",
            "readers",
            "records",
            "shelf",
        ),
        *("structure", "views", "writers"),
    },
    "deliver": {"errors", "installed", "press", "records", "writers"},
    "shelf": {"errors", "options", "output", "press", "readers", "records", "writers"},
    "verify": {"model", "options", "pipeline", "readers"},
    "views": {"model", "structure", "writers"},
    "output": {"arguments", "errors", "places", "readers", "records"},
    "places": set(),
    "neighbours": {"errors", "output", "records", "writers"},
    "pipeline": {
        *(
            "arguments",
            "errors",
            "installed",
            "model",
            "neighbours",
            "options",
            "output",
            "press",
            "readers",
            "script",
            "structure",
            "writers",
        )
    },
    "layout": {"model", "press", "records"},
    "readers": {
        *("arguments", "edit", "errors", "exchange", "installed", "layout", "left_out", "model", "press", "records")
    },
    "structure": {"edit", "errors", "left_out", "model", "press", "records"},
    "script": {"edit", "errors", "model", "options", "press", "records"},
    "writers": {"errors", "installed", "model", "options", "press", "records", "styles"},
    "options": {"arguments", "errors", "model", "press", "records"},
    "model": {"arguments", "records"},
    "records": set(),
    "exchange": {"errors", "model", "records"},
    "press": {"model", "records"},
    "edit": {"errors", "model", "press"},
    "arguments": {"errors"},
    "errors": set(),
    "left_out": set(),
}
HEAVY = set(
    (
        "click keyring opencc ebooklib lxml numpy pypdfium2 rapidocr onnxruntime cv2 PIL docx dask distributed fsspec "
        "s3fs pyarrow readability mistune fontTools imagesize resvg_py tinycss2"
    ).split()
)
MAY_USE = {
    # the one place of each heavy library
    "click": {"cli", "views"},
    "distributed": {"batch"},
    "fsspec": {"batch"},
    "pyarrow": {"batch"},
    "keyring": {"deliver"},
    "opencc": {"script"},
    "ebooklib": {"writers"},
    "lxml": {"readers", "shelf", "writers"},
    "mistune": {"readers"},
    "numpy": {"readers"},
    "PIL": {"readers"},
    "cv2": {"readers"},
    "pypdfium2": {"readers"},
    "rapidocr": {"readers"},
    "readability": {"readers"},
    "fontTools": {"writers"},
    "imagesize": {"writers"},
    "resvg_py": {"writers"},
    "tinycss2": {"writers"},
}
MOST_BRANCHES = 15


def test_imports_go_one_way(root: Path) -> None:
    """Every part imports only the parts below it, and the four in the middle never one another."""
    for part, inside in between_rooms(root / "converter").items():
        assert inside <= ALLOWED[part], part


OWN = {"converter/__main__.py", "converter/batch/crew.py"}
"""The command's own process, and what starts others: nobody else has a hand on their switches."""


@pytest.mark.parametrize("switch", ["gc", "locale", "logging", "signal", "warnings"])
def test_the_library_throws_no_switch_of_the_process(root: Path, switch: str) -> None:
    """The collector, the log, Python's warnings and the like belong to the program that uses the library."""
    files = [file for file in (root / "converter").rglob("*.py") if file.relative_to(root).as_posix() not in OWN]
    assert [str(file) for file in files if switch in map(_top, imported(file))] == []


def _top(name: str) -> str:
    return name.partition(".")[0]


def test_each_heavy_library_has_one_place(root: Path) -> None:
    """A heavy library is imported by the one part that uses it."""
    for part, names in by_room(root / "converter").items():
        for library in {name.split(".")[0] for name in names} & HEAVY:
            assert part in MAY_USE[library], f"{part} imports {library}"


def test_no_circles(root: Path) -> None:
    """No module imports itself by way of others."""
    assert circles(between_modules(root / "converter")) == []


NO_IDEA_OF_THEIR_OWN = {"__init__.py", "__main__.py"}
"""Files that name what others have, or only call it."""


def untested(root: Path) -> list[str]:
    """The modules whose test file, at the same place in the tests' tree, is not there or has no test."""
    missing = []
    for file in sorted((root / "converter").rglob("*.py")):
        place = file.relative_to(root / "converter")
        tests = root / "tests" / place.with_name(f"test_{place.name}")
        if place.name not in NO_IDEA_OF_THEIR_OWN and not (
            tests.exists() and "\ndef test_" in tests.read_text("utf-8")
        ):
            missing.append(place.as_posix())
    return missing


def test_every_module_has_a_test_file_of_its_name(root: Path) -> None:
    """What proves ``converter/a/b.py`` is found in ``tests/a/test_b.py``."""
    assert untested(root) == []


def test_a_module_without_tests_is_told(tmp_path: Path) -> None:
    """One that has no test file, and one whose file holds none; a package's ``__init__`` needs none."""
    for name in ("converter/a/__init__.py", "converter/a/b.py", "converter/c.py", "converter/d.py", "tests/test_c.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "tests" / "test_d.py").write_text("\ndef test_d() -> None:\n    pass\n", "utf-8")
    assert untested(tmp_path) == ["a/b.py", "c.py"]


def test_functions_branch_little(root: Path) -> None:
    """A function can be read at once: its cyclomatic complexity, as ``radon cc`` counts it, is at most 15."""
    radon = pytest.importorskip("radon.complexity", reason="radon is not installed: pip install '.[test]'")
    files = (file for part in ("converter", "tools", "bench") for file in sorted((root / part).rglob("*.py")))
    found = [
        f"{file.relative_to(root)}: {block.fullname} {block.complexity}"
        for file in files
        for block in radon.cc_visit(file.read_text("utf-8"))
        if block.letter != "C" and block.complexity > MOST_BRANCHES
    ]
    assert found == []


def loaded(code: str) -> set[str]:
    """The heavy libraries that a new Python has loaded after ``code``."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in done.stdout.splitlines()} & HEAVY


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--help"], {"click"}),
        (["convert", "--help"], {"click"}),
        (["completion", "zsh"], {"click"}),
        (["convert", "{seed}", "-o", "{out}.html"], {"click"}),
        (["inspect", "{seed}"], {"click"}),
        (["convert", "{seed}", "-o", "{out}.epub"], {"click", "ebooklib", "lxml"}),
        (["convert", "{seed}", "-o", "{out}.html", "--script", "s2t"], {"click", "opencc"}),
        (["convert", "tests/readers/samples/pandoc.epub", "-o", "{out}.html"], {"click", "imagesize", "lxml"}),
        (["shelf", "--help"], {"click"}),
        (["deliver", "--help"], {"click"}),
        (["batch", "--help"], {"click"}),
        (["batch", "seeds", "-o", "{out}", "--dry-run"], {"click"}),
        (["convert", "tests/readers/samples/libreoffice.docx", "-o", "{out}.html"], {"click", "lxml"}),
    ],
    ids=[
        "help",
        "convert-help",
        "completion",
        "html",
        "table",
        "epub",
        "script",
        "book",
        "shelf-help",
        "deliver-help",
        "batch-help",
        "batch-plan",
        "docx",
    ],
)
def test_libraries_are_loaded_when_used(
    arguments: list[str], expected: set[str], seeds: list[Path], tmp_path: Path
) -> None:
    """A command loads the libraries of its own work and none else."""
    said = [argument.format(seed=seeds[0], out=tmp_path / "x") for argument in arguments]
    assert loaded(f"from converter.cli import main\nmain({said!r}, standalone_mode=False)") == expected


def test_the_library_alone_loads_nothing_heavy() -> None:
    """``import converter`` loads no library."""
    assert loaded("import converter") == set()
