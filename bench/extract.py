"""What is found on web pages, beside other extractors that are installed: ``extract.py [FOLDER]``.

``extract.tsv`` says of each page its headline, date and source, how its body begins and ends, and words of the site
that may not be in it; FOLDER has the pages of ``web/`` (../shared/samples unless said), those of ``html/`` are the
project's own. A figure is pages right of pages read; time is the mean of a page. To compare: pip install trafilatura
newspaper4k jieba gne
"""

from __future__ import annotations

import argparse
import csv
import logging
import re
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
OWN = HERE.parent / "tests" / "cases"
ASKED = ("headline", "date", "source", "begins", "ends", "clean")
Pages = list[tuple[dict[str, str], bytes]]
"""Pages as ``extract.tsv`` describes them, and as they are."""


class Answer(NamedTuple):
    """What an extractor says of a page; ``date`` begins with ISO 8601."""

    headline: str
    date: str
    source: str
    text: str


def banmian(data: bytes) -> Answer:
    from converter.readers.html.page import read_html

    source = read_html(data)
    told = source.metadata
    return Answer(told.title or "", told.date or "", told.paper or told.publisher or "", source.text)


def trafilatura(data: bytes, **choice: bool) -> Answer:
    from trafilatura import bare_extraction

    found = bare_extraction(data, include_comments=False, with_metadata=True, **choice)
    said = found.as_dict() if found else {}
    return Answer(*(str(said.get(key) or "") for key in ("title", "date", "sitename", "text")))


def trafilatura_precise(data: bytes) -> Answer:
    return trafilatura(data, favor_precision=True)


def newspaper4k(data: bytes) -> Answer:
    from newspaper import Article

    article = Article("http://page.test/", language="zh")
    article.download(input_html=decoded(data))
    article.parse()
    return Answer(article.title, str(article.publish_date or ""), article.source_url or "", article.text)


def gne(data: bytes) -> Answer:
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(decoded(data))
    return Answer(found["title"], found["publish_time"], "", found["content"])


def readability(data: bytes) -> Answer:
    from lxml.html import fromstring
    from readability import Document

    document = Document(decoded(data))
    return Answer(document.short_title(), "", "", fromstring(document.summary()).text_content())


def decoded(data: bytes) -> str:
    """The page's text, for those who do not decode it themselves."""
    from converter.readers.encoding import decode

    return decode(data).text


EXTRACTORS: dict[str, tuple[str, Callable[[bytes], Answer]]] = {
    "banmian": ("converter", banmian),
    "readability-lxml": ("readability", readability),
    "GNE": ("gne", gne),
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura, precise": ("trafilatura", trafilatura_precise),
    "newspaper4k": ("newspaper", newspaper4k),
}


def plain(text: str) -> str:
    """The text without blanks, quotation marks of one kind."""
    return re.sub(r"\s", "", text).replace("“", '"').replace("”", '"')


def right(page: dict[str, str], answer: Answer) -> dict[str, bool]:
    """What of the answer is as it should be."""
    text = plain(answer.text)
    return {
        "headline": plain(answer.headline) == plain(page["headline"]),
        "date": answer.date.startswith(page["date"]),
        "source": plain(answer.source) == plain(page["source"]),
        "begins": plain(page["begins"]) in text,
        "ends": plain(page["ends"]) in text,
        "clean": not any(plain(word) in text for word in page["without"].split("|")),
    }


def judged(extract: Callable[[bytes], Answer], page: dict[str, str], data: bytes) -> tuple[dict[str, bool], str]:
    """What an extractor has right of a page, and what to say of what it has wrong."""
    try:
        found = right(page, extract(data))
    except Exception as error:  # a peer may fail on a page: that is its figure
        return dict.fromkeys(ASKED, False), f"fails on {page['page']}: {error}"
    wrong = [asked for asked in ASKED if not found[asked]]
    return found, f"{page['page']}: {', '.join(wrong)}" if wrong else ""


def measure(name: str, extract: Callable[[bytes], Answer], pages: Pages, tell: bool) -> None:
    """Print an extractor's figures, and where it is told to what it has wrong."""
    count = dict.fromkeys(ASKED, 0)
    began = time.perf_counter()
    for page, data in pages:
        found, wrong = judged(extract, page, data)
        count = {asked: count[asked] + found[asked] for asked in ASKED}
        if tell and wrong:
            print(f"    {name}, {wrong}")
    spent = (time.perf_counter() - began) * 1000 / len(pages)
    print(f"{name:23}" + "".join(f"{f'{count[asked]}/{len(pages)}':>9}" for asked in ASKED) + f"{spent:9.0f}")


def main() -> None:
    """Measure every extractor that is installed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=HERE.parent.parent / "shared" / "samples")
    parser.add_argument("--wrong", action="store_true", help="name what each extractor has wrong")
    said = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with (HERE / "extract.tsv").open(encoding="utf-8") as file:
        labelled = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    places = ((page, place / page["page"]) for page in labelled for place in (said.folder, OWN))
    pages = [(page, path.read_bytes()) for page, path in places if path.is_file()]
    print(f"{len(pages)} pages{'':15}" + "".join(f"{asked:>9}" for asked in ASKED) + "       ms")
    for name, (module, extract) in EXTRACTORS.items():
        if find_spec(module) is None:
            print(f"{name:23} is not installed")
        else:
            measure(name, extract, pages, said.wrong)


if __name__ == "__main__":
    main()
