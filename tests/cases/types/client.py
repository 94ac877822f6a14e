"""A program that uses the library, for strict type checkers to read: each way in which an argument may be given."""

import io
import pathlib

import converter
from converter import Options, Pin, Role

names: list[str] = ["a.txt", "b.txt"]
converter.convert(names, "a.epub")
pages = sorted(pathlib.Path("issue").glob("*.txt"))
done = converter.convert(pages, pathlib.Path("issue.epub"), names=names, glossary={"软件": "軟體"})
size: int = done.path.stat().st_size
book = io.BytesIO()
converter.convert(b"x", book, to="html")
with open("page.txt", "rb") as stream, open("page.html", "wb") as page:
    converter.convert(stream, page)
with open("page.txt", encoding="utf-8") as lines:
    converter.load(lines)
converter.convert((path for path in pages), "a.epub")
source = converter.read(converter.text("…"))
issue = converter.detect(source, Options.of(paper="汉江晚报"), pins={3: Pin(Role.CAPTION)})
shown: dict[str, object] = converter.structure_json(issue)
titles: list[str | None] = [article.title for article in issue.articles()]
