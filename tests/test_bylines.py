"""A byline names the same people whatever it is read from and whatever is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from converter import load
from converter.model import Issue
from tests.writers.reading import DC, OPF, Book, Page

TITLE = "渡口新桥昨日通车"
TEXTS = (
    "清晨的雾还没有散，渡口的老人已经把船系好。他说今天的水比昨天高了半尺，要多等一会儿才能开船，大家先在棚子里坐一坐。",
    "老人在这里摆渡已经四十年，从木船换到铁船，又从铁船换到机器船，他说只有水没有变，来往的人也还是要过河。",
    "镇里去年修了新桥，过河的人少了一半，可是赶早市的菜农还是愿意坐船，因为船上能放下两副担子，下船就是菜场。",
)
BYLINES = {
    "记者 柏青禾 江一帆 综合报道": "柏青禾 aut, 江一帆 aut",
    "□本报记者 于江 见习记者 范小河": "于江 aut, 范小河 aut",
    "记者柏青禾、通讯员江一帆报道": "柏青禾 aut, 江一帆 aut",
    "撰文：柏青禾 摄影：江一帆": "柏青禾 aut, 江一帆 pht",
    "本报记者 江帆 通讯员 陆闻笛": "江帆 aut, 陆闻笛 aut",
    "柏青禾/文 江一帆/图": "柏青禾 aut, 江一帆 pht",
    "文/柏青禾 图/江一帆": "柏青禾 aut, 江一帆 pht",
    "图文/柏青禾": "柏青禾 aut pht",
    "本报驻海湾记者 柏青禾": "柏青禾 aut",
    "記者柏青禾、江一帆／綜合報導": "柏青禾 aut, 江一帆 aut",
    "作者：柏青禾 译者：江一帆": "柏青禾 aut, 江一帆 trl",
}


def of_text(path: Path, byline: str) -> None:
    path.write_text("\n\n".join((TITLE, byline, *TEXTS)), "utf-8")


def of_markdown(path: Path, byline: str) -> None:
    path.write_text("\n\n".join((f"# {TITLE}", byline, *TEXTS)), "utf-8")


def of_page(path: Path, byline: str) -> None:
    site = '<div class="nav"><a href="/">首页</a><a href="/a">要闻</a><a href="/b">科技</a></div>'
    text = "".join(f"<p>{text}</p>" for text in TEXTS)
    article = (
        f'<div class="content"><h1>{TITLE}</h1><div class="info">{byline}</div><div class="text">{text}</div></div>'
    )
    path.write_text(f"<!DOCTYPE html><title>{TITLE}_临江网</title><body>{site}{article}</body>", "utf-8")


def of_word(path: Path, byline: str) -> None:
    document = docx.Document()
    document.core_properties.author = ""
    document.add_heading(TITLE, 0)
    for text in (byline, *TEXTS):
        document.add_paragraph(text)
    document.save(str(path))


FORMATS = {".txt": of_text, ".md": of_markdown, ".html": of_page, ".docx": of_word}


def people_of_book(issue: Issue) -> str:
    """Creators and contributors of the package document with their relators, but for the paper."""
    package = Book(issue).package
    roles: dict[str, list[str]] = {}
    for meta in package.iter(f"{OPF}meta"):
        if meta.get("property") == "role":
            roles.setdefault(meta.get("refines").removeprefix("#"), []).append(meta.text)
    people = [one for kind in ("creator", "contributor") for one in package.iter(f"{DC}{kind}")]
    return ", ".join(f"{one.text} {' '.join(did)}" for one in people if "pbl" not in (did := roles[one.get("id")]))


def people_of_page(issue: Issue) -> list[str]:
    """The names of all Persons in the page's JSON-LD, in its order."""
    (data,) = Page(issue).tree.xpath("//script[@type='application/ld+json']/text()")
    return list(persons(json.loads(data)))


def persons(value: Any) -> list[str]:
    """The names of the Persons inside a value of JSON-LD."""
    if isinstance(value, list):
        return [name for one in value for name in persons(one)]
    if not isinstance(value, dict):
        return []
    return [value["name"]] if value.get("@type") == "Person" else persons(list(value.values()))


@pytest.mark.parametrize("write", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize(("byline", "people"), BYLINES.items())
def test_a_byline_names_the_same_people_everywhere(
    byline: str, people: str, write: Callable[[Path, str], None], tmp_path: Path
) -> None:
    """In the book each person with what he did, on the web page each as a Person, and nobody else."""
    suffix = next(suffix for suffix, one in FORMATS.items() if one is write)
    write(tmp_path / f"page{suffix}", byline)
    issue = load([tmp_path / f"page{suffix}"])

    assert people == people_of_book(issue)
    assert [person.split(" ")[0] for person in people.split(", ")] == people_of_page(issue)


@pytest.mark.parametrize("byline", ["本报评论员", "新闻中心"])
def test_a_house_is_no_person(byline: str, tmp_path: Path) -> None:
    """What signs for a paper is the book's creator, and no Person on the page."""
    of_text(tmp_path / "page.txt", byline)
    issue = load([tmp_path / "page.txt"])

    assert (f"{byline} aut", []) == (people_of_book(issue), people_of_page(issue))
