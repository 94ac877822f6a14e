"""Who imports whom, told of a package made for the test."""

from pathlib import Path

import pytest

from tools.check.rooms import between_modules, between_rooms, by_room, circles, imported, reachable

FILES = {
    "house/__init__.py": "from house.cellar.wine import Bottle\n",
    "house/roof.py": "import os\nimport house\nfrom house import hall\n",
    "house/hall.py": "def enter():\n    from house.cellar import wine, coal\n",
    "house/cellar/__init__.py": "",
    "house/cellar/wine.py": "import house.cellar.coal\n",
    "house/cellar/coal.py": "from house.cellar.wine import Bottle\nfrom lxml import etree\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The package."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / "house"


def test_between_rooms(house: Path) -> None:
    """A folder is one room; an import inside a function counts; the package's own names are a room."""
    assert between_rooms(house) == {
        "__init__": {"cellar"},
        "roof": {"__init__", "hall"},
        "hall": {"cellar"},
        "cellar": set(),
    }
    assert by_room(house)["cellar"] == {"house.cellar.coal", "house.cellar.wine.Bottle", "lxml.etree"}


def test_between_modules_and_circles(house: Path) -> None:
    """Modules are told apart inside a room, and two that import each other are a circle."""
    graph = between_modules(house)
    assert graph["house.hall"] == {"house.cellar.wine", "house.cellar.coal"}
    assert graph["house.roof"] == {"house", "house.hall"}
    assert reachable(graph, "house") == {"house.cellar.wine", "house.cellar.coal"}
    assert circles(graph) == [["house.cellar.coal", "house.cellar.wine"]]


def test_relative_imports_are_refused(tmp_path: Path) -> None:
    """Imports are absolute, so that a name says where it is from."""
    (tmp_path / "a.py").write_text("from . import b\n", "utf-8")
    with pytest.raises(ValueError, match="an import is relative"):
        imported(tmp_path / "a.py")
