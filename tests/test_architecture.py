"""The house's walls: who may import whom, and what is imported only when it is needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ALLOWED = {
    # part: the parts that it may import, besides itself
    "__init__": {"errors", "model", "pipeline", "readers", "script", "writers"},
    "__main__": {"cli"},
    "cli": {"__init__", "errors", "model", "pipeline", "press", "readers", "script", "views", "writers"},
    "views": {"model", "structure", "writers"},
    "output": {"errors"},
    "pipeline": {"errors", "model", "output", "press", "readers", "script", "structure", "writers"},
    "readers": {"errors", "model", "press"},
    "structure": {"errors", "model", "press"},
    "script": {"errors", "model", "press"},
    "writers": {"errors", "model", "press", "styles"},
    "model": set(),
    "press": {"model"},
    "errors": set(),
}
HEAVY = set("click opencc ebooklib lxml numpy pdfminer docx dask readability mistune fontTools resvg_py".split())
MAY_USE = {
    # the one place of each heavy library
    "click": {"cli", "views"},
    "opencc": {"script"},
    "ebooklib": {"writers"},
    "lxml": {"readers", "writers"},
    "mistune": {"readers"},
    "readability": {"readers"},
    "fontTools": {"writers"},
    "resvg_py": {"writers"},
}


def imported(file: Path) -> set[str]:
    """The dotted names of all that a file imports, wherever in the file it does."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def parts(root: Path) -> dict[str, set[str]]:
    """What each part of the package imports, all its files together."""
    found: dict[str, set[str]] = {}
    for file in (root / "converter").rglob("*.py"):
        part = file.relative_to(root / "converter").parts[0].removesuffix(".py")
        found.setdefault(part, set()).update(imported(file))
    return found


def part_of(name: str, known: set[str]) -> str:
    """The part of the package that a dotted name beginning with ``converter`` belongs to."""
    second = name.split(".")[1] if "." in name else "__init__"
    return second if second in known | {"styles", "seeds"} else "__init__"


def test_imports_go_one_way(root: Path) -> None:
    """Every part imports only the parts below it, and the four in the middle never one another."""
    found = parts(root)
    for part, names in found.items():
        inside = {part_of(name, set(found)) for name in names if name.split(".")[0] == "converter"}
        assert inside - {part} <= ALLOWED[part], part


def test_each_heavy_library_has_one_place(root: Path) -> None:
    """A heavy library is imported by the one part that uses it."""
    for part, names in parts(root).items():
        for library in {name.split(".")[0] for name in names} & HEAVY:
            assert part in MAY_USE[library], f"{part} imports {library}"


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
        (["convert", "tests/readers/samples/pandoc.epub", "-o", "{out}.html"], {"click", "lxml"}),
        (["convert", "tests/readers/samples/libreoffice.docx", "-o", "{out}.html"], {"click", "lxml"}),
    ],
    ids=["help", "convert-help", "completion", "html", "table", "epub", "script", "book", "docx"],
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
