"""How long hostile and huge documents take, and how much memory: ``hostile.py [NAME …]``.

Each is made here, and read and detected in a process of its own. A document that is refused says why. Time is for
reading and detecting, memory the process's peak.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable

TEXT = "两岸居民昨日在桥头等候通车，志愿者为旅客指路，秩序井然，大家都说这座桥很方便。"
SITE = '<meta property="og:title" content="桥"><nav><a href="/">首页</a></nav>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


def zipped(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return file.getvalue()


def word(count: int) -> bytes:
    body = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>" * count
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<R><Relationship Id="r" Type="{kind}" Target="word/document.xml"/></R>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


DOCUMENTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "7,500,000 characters": ("html", lambda: page(f"<p>{TEXT * 5}</p>" * (7_500_000 // 5 // len(TEXT)))),
    "190,000 lines": ("html", lambda: page(f"<p>{f'{TEXT}<br>' * 190_000}</p>")),
    "30,000 attributes": ("html", lambda: page(f"<p {' '.join(f'a{n}=1' for n in range(30_000))}>{TEXT}</p>")),
    "20,000 rows over 999": (
        "html",
        lambda: page(f"<table>{'<tr><th rowspan=999>头</th><td>乙</td></tr>' * 20_000}</table>"),
    ),
    "200,000 cells": ("html", lambda: page(f"<table>{('<tr>' + '<td>x</td>' * 50 + '</tr>') * 4_000}</table>")),
    "1,500 deep": ("html", lambda: page("<div>" * 1_500 + f"<p>{TEXT}</p>" * 10_000)),
    "1,500 deep, a site's": ("html", lambda: page(SITE + "<div>" * 1_500 + f"<h2>桥</h2><p>{TEXT}</p>" * 5_000)),
    "20,000 footnotes": (
        "html",
        lambda: page(
            "".join(f'<p><a href="#n{n}">{n % 999}</a></p><p id="n{n}">{n % 999} 注</p>' for n in range(20_000))
        ),
    ),
    "20,000 links inside": (
        "html",
        lambda: page("".join(f'<p><a href="#p{n}">{TEXT}</a><a id="p{n + 1}"></a></p>' for n in range(20_000))),
    ),
    "1,500 deep contents": (
        "html",
        lambda: page(
            "<div>" * 1_500 + "".join(f'<a href="#p{n}">桥{n}</a>' for n in range(20_000)) + "<h2>桥7</h2><h2>桥8</h2>"
        ),
    ),
    "20,000 pictures": ("html", lambda: page(f'<p><img src="a.png"></p><p>{TEXT}</p>' * 20_000)),
    "3,000,000 quotation marks": ("html", lambda: page("“" * 3_000_000)),
    "20,000 paragraphs": ("docx", lambda: word(20_000)),
    "20,000 stars": ("markdown", lambda: ("**" * 20_000 + "a").encode()),
    "1,000 lists in lists": ("markdown", lambda: "".join(f"{'  ' * n}- 项\n" for n in range(1_000)).encode()),
    "20,000,000 newlines": ("text", lambda: b"\n" * 20_000_000 + "字".encode()),
    "20,000,000 in a line": ("text", lambda: ("字" * 20_000_000).encode()),
    "20 MB of lines": ("text", lambda: f"{TEXT}\n".encode() * (20_000_000 // 3 // len(TEXT))),
}


def measure(name: str) -> None:
    """One document, in this process."""
    from converter.errors import ConverterError
    from converter.pipeline import detect
    from converter.readers import reader_of

    kind, make = DOCUMENTS[name]
    data = make()
    began = time.perf_counter()
    try:
        source = reader_of(kind)(data, None)
        read = time.perf_counter() - began
        detect(source)
        said = f"{len(source.lines):8} lines"
    except ConverterError as error:
        read, said = time.perf_counter() - began, f"refused: {error}"
    spent, peak = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{kind:9}{name:28}{len(data) >> 10:8} kB {read:7.1f} s read {spent:7.1f} s whole {peak:6} MB  {said}")


def main() -> None:
    if len(names := sys.argv[1:]) == 1:
        measure(names[0])
        return
    for name in names or DOCUMENTS:
        subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    main()
