"""The constructs of EPUB that hold text: places of the package, of its contents and of its documents.

https://www.w3.org/TR/epub-33/
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PAGE = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>江</title></head><body>{}</body></html>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:isbn:1</dc:identifier>'
    '<dc:language>zh-CN</dc:language>{said}</metadata><manifest>{items}</manifest><spine toc="toc">{refs}</spine>'
    "<guide>{guide}</guide></package>"
)
_KINDS = {"xhtml": "application/xhtml+xml", "png": "image/png", "ncx": "application/x-dtbncx+xml",
          "svg": "image/svg+xml", "smil": "application/smil+xml", "txt": "text/plain"}  # fmt: skip
_TEXT = "<p>清晨有雾，渡船没有开，江上看不见一个人。</p>"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'

_IN_A_DOCUMENT = {
    "paragraph": "<p>☼</p>",
    "heading": "<h2>☼</h2>",
    "text of a division": "<div>☼</div>",
    "text of the body": "☼",
    "list": "<ul><li>☼</li></ul>",
    "quotation": "<blockquote><p>☼</p></blockquote>",
    "table": "<table><tr><td>☼</td><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>",
    "caption of a table": "<table><caption>☼</caption><tr><td>丁</td><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr>"
    "</table>",
    "aside": "<aside>☼</aside>",
    "footnote": "<p>船<a epub:type='noteref' href='#n1'>1</a></p><aside epub:type='footnote' id='n1'><p>☼</p></aside>",
    "footnote that nothing leads to": "<aside epub:type='footnote' id='n1'><p>☼</p></aside>",
    "footnote that leads back": "<p>船<a id='r1' href='#n1'>[1]</a></p><p id='n1'><a href='#r1'>[1]</a>☼</p>",
    "note in words of a picture": "<p>船<img class='qqreader-footnote' alt='☼' src='a.png'/></p>",
    "endnotes": "<section epub:type='endnotes'><ol><li id='n1'>☼</li></ol></section>",
    "page break": "<p>船<span epub:type='pagebreak' id='p1' title='☼'/>桨</p>",
    "page break with text": "<p>船<span epub:type='pagebreak' id='p1'>☼</span>桨</p>",
    "hidden": "<p hidden='hidden'>☼</p>",
    "display: none": "<p style='display:none'>☼</p>",
    "title of a link": "<p><a href='https://port.example/' title='☼'>渡</a></p>",
    "picture (alt)": "<p><img src='a.png' alt='☼'/></p>",
    "picture without an address (alt)": "<p><img alt='☼'/></p>",
    "picture that is lacking (alt)": "<p><img src='lacking.png' alt='☼'/></p>",
    "figure": "<figure><img src='a.png' alt='渡'/><figcaption>☼</figcaption></figure>",
    "text of SVG": _SVG.format("<text>☼</text>"),
    "title of SVG": _SVG.format("<title>☼</title>"),
    "title of SVG with a picture": "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
    "<title>☼</title><image xlink:href='a.png'/></svg>",
    "description of SVG": _SVG.format("<desc>☼</desc>"),
    "MathML": "<p>设<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>☼</mi></math>。</p>",
    "annotation of MathML": "<p>设<math xmlns='http://www.w3.org/1998/Math/MathML'><semantics><mi>甲</mi>"
    "<annotation>☼</annotation></semantics></math>。</p>",
    "MathML (alttext)": "<p>设<math xmlns='http://www.w3.org/1998/Math/MathML' alttext='☼'/>。</p>",
    "ruby base": "<p><ruby>☼<rt>du</rt></ruby></p>",
    "ruby": "<p><ruby>渡<rt>☼</rt></ruby></p>",
    "ruby brackets": "<p><ruby>渡<rp>☼</rp><rt>du</rt></ruby></p>",
    "object": "<object data='a.mp4'>☼</object>",
    "audio": "<audio src='a.mp3'>☼</audio>",
    "video": "<video src='a.mp4'>☼</video>",
    "iframe": "<iframe src='a.html'>☼</iframe>",
    "noscript": "<noscript>☼</noscript>",
    "template": "<template>☼</template>",
    "form": "<form><input value='☼'/></form>",
    "select": "<select><option>☼</option></select>",
    "textarea": "<textarea>☼</textarea>",
    "button": "<button>☼</button>",
    "details": "<details><summary>渡</summary><p>☼</p></details>",
    "switch": "<epub:switch id='s'><epub:case required-namespace='x'>船</epub:case><epub:default>☼</epub:default>"
    "</epub:switch>",
    "case of a switch": "<epub:switch id='s'><epub:case required-namespace='x'>☼</epub:case><epub:default>船"
    "</epub:default></epub:switch>",
    "trigger": "<epub:trigger xmlns:ev='x' action='show'/><p>☼</p>",
    "CDATA": "<p><![CDATA[☼]]></p>",
    "entity of XHTML": "<p>&nbsp;☼</p>",
    "area (alt)": "<map name='m'><area alt='☼' href='#x' shape='default'/></map>",
    "not well formed": "<p>船<b>☼<p></i>",
}  # fmt: skip

_SAID = {
    "title": "<dc:title>☼</dc:title>",
    "second title": "<dc:title>渡</dc:title><dc:title>☼</dc:title>",
    "creator": "<dc:title>渡</dc:title><dc:creator>☼</dc:creator>",
    "translator": "<dc:title>渡</dc:title><dc:contributor id='t'>☼</dc:contributor>"
    "<meta refines='#t' property='role'>trl</meta>",
    "contributor": "<dc:title>渡</dc:title><dc:contributor>☼</dc:contributor>",
    "publisher": "<dc:title>渡</dc:title><dc:publisher>☼</dc:publisher>",
    "description": "<dc:title>渡</dc:title><dc:description>☼</dc:description>",
    "subject": "<dc:title>渡</dc:title><dc:subject>☼</dc:subject>",
    "rights": "<dc:title>渡</dc:title><dc:rights>☼</dc:rights>",
    "source": "<dc:title>渡</dc:title><dc:source>☼</dc:source>",
    "relation": "<dc:title>渡</dc:title><dc:relation>☼</dc:relation>",
    "coverage": "<dc:title>渡</dc:title><dc:coverage>☼</dc:coverage>",
    "name of a series": "<dc:title>渡</dc:title><meta property='belongs-to-collection'>☼</meta>",
    "series of calibre": "<dc:title>渡</dc:title><meta name='calibre:series' content='☼'/>",
}  # fmt: skip


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a book that holds a text in it."""
    for name, inside in _IN_A_DOCUMENT.items():
        yield name, _made(pages={"c1.xhtml": f"<h1>渡口</h1>{_TEXT}{inside}{_TEXT}"})
    for name, said in _SAID.items():
        yield f"metadata: {name}", _made(said=said)
    yield "contents (nav)", _made(nav="<li><a href='c1.xhtml'>☼</a></li>")
    yield "contents (nav) that lead nowhere", _made(nav="<li><a href='c1.xhtml'>渡口</a></li><li><span>☼</span></li>")
    yield (
        "contents (NCX)",
        _made(ncx="<navPoint><navLabel><text>☼</text></navLabel><content src='c1.xhtml'/></navPoint>"),
    )
    yield "text beside the contents", _made(nav="<li><a href='c1.xhtml'>渡口</a></li>", beside="<p>☼</p>")
    yield "list of pages", _made(
        nav="<li><a href='c1.xhtml'>渡口</a></li>", beside="<nav epub:type='page-list'><ol><li><a href='c1.xhtml#a'>☼"
        "</a></li></ol></nav>", pages={"c1.xhtml": f"<h1>渡口</h1>{_TEXT}<p id='a'>船</p>"})  # fmt: skip
    yield "landmarks", _made(
        nav="<li><a href='c1.xhtml'>渡口</a></li>",
        beside="<nav epub:type='landmarks'><ol><li><a href='c1.xhtml'>☼</a></li></ol></nav>")  # fmt: skip
    yield "contents in the reading order", _made(nav="<li><a href='c1.xhtml'>☼</a></li>", order=["nav", "c1"])
    other = {"c1.xhtml": f"<h1>渡口</h1>{_TEXT}", "c2.xhtml": "<p>☼</p>"}
    yield "document that no entry leads to", _made(pages=other, nav="<li><a href='c1.xhtml'>渡口</a></li>")
    yield "document outside of the reading order", _made(pages=other, order=["c1"])
    yield "document that is not linear", _made(pages=other, linear="no")
    yield "cover page", _made(pages={"cover.xhtml": "<p>☼</p>", "c1.xhtml": f"<h1>渡口</h1>{_TEXT}"})
    yield "title of a document", _made(titled="☼")
    yield (
        "document that stands in for another",
        _made(files={"d.txt": "船"}, pages=other, order=["c1", "d"], instead=True),
    )
    yield "guide", _made(guide="<reference type='text' href='c1.xhtml' title='☼'/>")
    yield "SVG in the reading order", _made(files={"d.svg": _SVG.format("<text>☼</text>")}, order=["c1", "d"])
    yield "plain text in the reading order", _made(files={"d.txt": "☼"}, order=["c1", "d"])
    yield "file that the package does not list", _made(stray="☼")
    overlay = (
        "<smil xmlns='http://www.w3.org/ns/SMIL' version='3.0'><body><par><text src='c1.xhtml#a'/></par></body></smil>"
    )
    yield (
        "text with a media overlay",
        _made(files={"o1.smil": overlay}, pages={"c1.xhtml": f"<h1>渡口</h1><p id='a'>☼</p>{_TEXT}"}),
    )


def _made(
    pages: dict[str, str] | None = None,
    nav: str = "",
    beside: str = "",
    ncx: str = "",
    said: str = "<dc:title>渡</dc:title>",
    order: list[str] | None = None,
    files: dict[str, str] | None = None,
    linear: str = "yes",
    titled: str = "",
    stray: str = "",
    guide: str = "",
    instead: bool = False,
) -> Callable[[str], bytes]:
    pages = pages or {"c1.xhtml": f"<h1>渡口</h1>{_TEXT}"}
    inside = {name: _PAGE.format(body) for name, body in pages.items()}
    if titled:
        inside["c1.xhtml"] = inside["c1.xhtml"].replace("<title>江", f"<title>{titled}")
    if nav:
        inside["nav.xhtml"] = _PAGE.format(f'<nav epub:type="toc"><ol>{nav}</ol></nav>{beside}')
    if ncx:
        inside["toc.ncx"] = f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{ncx}</navMap></ncx>'
    inside |= {"a.png": "", **(files or {})}
    names = order or [name.partition(".")[0] for name in pages]
    refs = "".join(f'<itemref idref="{name}" linear="{linear if name == "c2" else "yes"}"/>' for name in names)
    package = _PACKAGE.format(said=said, items=_items(inside, instead), refs=refs, guide=guide)
    parts = {"META-INF/container.xml": _CONTAINER, "book.opf": package, **inside}
    parts |= {"stray.xhtml": _PAGE.format(f"<p>{stray}</p>")} if stray else {}
    return lambda token: _zipped({name: text.replace("☼", token) for name, text in parts.items()})


def _items(names: Iterable[str], instead: bool) -> str:
    """The manifest of the files; a text has a page that stands ``instead``."""
    marks = {"nav.xhtml": 'properties="nav"', "d.txt": 'fallback="c2"' if instead else ""}
    return "".join(
        f'<item id="{name.partition(".")[0]}" href="{name}" media-type="{_KINDS[name.rpartition(".")[2]]}" '
        f"{marks.get(name, '')}/>"
        for name in names
    )


def _zipped(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/epub+zip")
        for name, text in parts.items():
            made.writestr(name, text)
    return file.getvalue()
