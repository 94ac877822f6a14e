"""PDF pages beside other readers of PDF that are installed: what is read right, and what it costs.

    python bench/pdf.py [FOLDER] [--peers PYTHON] [--runs 3]

FOLDER has ``score.py``, ``truth.jsonl`` and ``pages/`` (../shared/pdf unless said); without it the costs alone are
measured. Each reader reads each page in a process of its own, by turns: what it says is scored, and what the process
took is what it costs. Then a page of 8,000 characters, and, with Banmian and pdftotext alone, documents of 57, 114 and
228 such pages, which show whether time is linear and memory flat. The exit code is 1 where Banmian takes more than a
second or 120 MB for the page.
PYTHON is the interpreter that has the peers: pip install pdfminer.six pdfplumber "pymupdf4llm<2" pdftext;
apt-get install poppler-utils
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean

from _processes import Cost, cost, measured, table

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # the pages are drawn by a tool
SHEETS = (57, 114, 228)
OF_DOCUMENTS = ("banmian", "pdftotext")
"""The readers that read documents: others take up to half an hour."""

CHARACTERS = 8000
MOST_SECONDS, MOST_MEGABYTES = 1.0, 120

MODULES = {
    "pdfminer.six": "from pdfminer.high_level import extract_text; print(extract_text(PDF))",
    "pdfplumber": "from pdfplumber import open as read\nfor page in read(PDF).pages: print(page.extract_text(), '\\n')",
    "pymupdf4llm": "from pymupdf4llm import to_markdown; print(to_markdown(PDF))",
    "pdftext": "from pdftext.extraction import plain_text_output as read; print(read(PDF, sort=True))",
}
"""Of each peer that is a package: what it is told."""

Commands = dict[str, list[str]]
"""The readers, each with its command; ``{}`` is the PDF."""


def installed(python: str) -> Commands:
    """The readers that are there."""
    found = {"banmian": [sys.executable, "-m", "converter", "inspect", "--format", "json", "{}"]}
    if shutil.which("pdftotext"):
        found |= {"pdftotext": ["pdftotext", "{}", "-"], "pdftotext -raw": ["pdftotext", "-raw", "{}", "-"]}
    for name, told in MODULES.items():
        needed = told.split("\n")[0].split(";")[0]
        if subprocess.run([python, "-c", needed], capture_output=True, check=False).returncode:
            print(f"{name} is not installed")
        else:
            found[name] = [python, "-c", f"import sys; PDF = sys.argv[1]\n{told}", "{}"]
    return found


def on(commands: Commands, pdf: Path) -> Commands:
    """The commands that read one PDF."""
    return {name: [str(pdf.resolve()) if part == "{}" else part for part in all_] for name, all_ in commands.items()}


def score(given: Path, commands: Commands, folder: str) -> None:
    """Print each reader's figures on labelled pages as ``score.py`` has them, and its costs: mean time, most memory."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    pages = sorted((given / "pages").glob("*.pdf"))
    for pdf in pages:
        for name, command in on(commands, pdf).items():
            costs[name].append(cost(command, folder))
            kept = Path(folder, name, f"{pdf.stem}{'.json' if name == 'banmian' else '.txt'}")
            kept.parent.mkdir(exist_ok=True)
            shutil.copy(Path(folder, "said"), kept)
    print(f"{len(pages)} pages of {given}, a process each, by turns")
    print(table({name: mean_of(some) for name, some in costs.items()}))
    for name in commands:
        told = [sys.executable, str(given / "score.py"), str(given / "truth.jsonl"), "--text", str(Path(folder, name))]
        print(f"  {name}\n{subprocess.run(told, capture_output=True, text=True, check=True).stdout.rstrip()}")


def mean_of(costs: list[Cost]) -> Cost:
    """The mean of several pages' times, and the most memory of any."""
    return Cost(mean(c.processor for c in costs), mean(c.clock for c in costs), max(c.memory for c in costs))


def drawn(folder: str) -> Path:
    """A page of at least 8,000 characters: stories of our own labelled pages below each other over eight columns."""
    from tools.make.pages.layouts import Columns, folio, headed, stories, text_of
    from tools.make.pages.producers import reportlab
    from tools.make.pages.setting import Page, Type

    page = Page("long", 1100, 1700)
    folio(page, "岚城晚报　2023年11月14日　星期二　A05　城事")
    columns = Columns(40, Type(9.5, 12, 13), 14)
    some = [story for case in ("evening-city-desk", "metro-capital", "science-paper") for story in stories(case)]
    top, number = 46.0, 0
    while sum(len(line.text) for line in page.lines) < CHARACTERS:
        story = some[number % len(some)]
        top = headed(page, columns, f"A{number}", story, 0, 8, top, 22)
        top = columns.fill(page, f"A{number}", text_of(story), 0, 8, top) + 16
        number += 1
    page.height = max(page.height, top + 40)
    path = Path(folder, "long.pdf")
    reportlab(page, path)
    return path


def repeated(page: Path, count: int) -> Path:
    """A document of a page, so many times."""
    import pypdfium2 as pdfium

    one, many = pdfium.PdfDocument(page), pdfium.PdfDocument.new()
    for _ in range(count):
        many.import_pages(one)
    path = page.with_name(f"{count}.pdf")
    many.save(path)
    return path


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "pdf")
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON", help="the interpreter that has the peers")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    try:
        import pypdfium2  # noqa: F401
        import reportlab  # noqa: F401
    except ImportError as lacking:
        print(f"not measured, {lacking}: pip install 'banmian[pdf]' reportlab")
        return
    commands = installed(options.peers)
    with tempfile.TemporaryDirectory() as folder:
        if (options.folder / "truth.jsonl").is_file():
            score(options.folder, commands, folder)
        page = drawn(folder)
        alone = measured(on(commands, page), folder, options.runs)
        print(f"a page of {CHARACTERS:,} characters, {options.runs} runs each by turns\n{table(alone)}")
        few = {name: command for name, command in commands.items() if name in OF_DOCUMENTS}
        for count in SHEETS:
            whole = on(few, repeated(page, count))
            print(f"{count} such pages in one document\n{table({name: cost(whole[name], folder) for name in whole})}")
    mine = alone["banmian"]
    if mine.processor > 1000 * MOST_SECONDS or mine.memory > MOST_MEGABYTES:
        sys.exit(f"above {MOST_SECONDS} s or {MOST_MEGABYTES} MB")


if __name__ == "__main__":
    main()
