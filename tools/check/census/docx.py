"""The constructs of a Word document that hold text (ECMA-376, parts 1 and 4; the extensions of Word 2010 and later)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

_OFFICE = "http://schemas.openxmlformats.org"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/officeDocument/2006/relationships",
        "m": f"{_OFFICE}/officeDocument/2006/math",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "c": f"{_OFFICE}/drawingml/2006/chart",
        "dgm": f"{_OFFICE}/drawingml/2006/diagram",
        "pic": f"{_OFFICE}/drawingml/2006/picture",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_RELATIONS = {
    "comments": "comments.xml", "footnotes": "footnotes.xml", "endnotes": "endnotes.xml", "header": "header1.xml",
    "footer": "footer1.xml", "glossaryDocument": "glossary/document.xml", "chart": "charts/chart1.xml",
    "diagramData": "diagrams/data1.xml", "aFChunk": "chunk.html", "image": "media/a.png", "numbering": "numbering.xml",
    "customXml": "item1.xml", "oleObject": "embeddings/a.bin",
}  # fmt: skip
_KIND = f"{_OFFICE}/officeDocument/2006/relationships"


def _r(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def _p(inside: str, look: str = "") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr>{inside}</w:p>"


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


_NUMBERING = f"<w:numbering {_NAMES}>" + "".join(
    f"<w:abstractNum w:abstractNumId='{key}'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
    f"<w:lvlText w:val='{text}'/></w:lvl></w:abstractNum>"
    f"<w:num w:numId='{key}'><w:abstractNumId w:val='{key}'/></w:num>"
    for key, form, text in ((1, "bullet", "•"), (2, "decimal", "☼%1"))
)
_NUMBERING += "</w:numbering>"

_T, _A = _r("☼"), _p(_r("船"))
_BOX = f"<w:drawing><w:txbxContent>{_p(_T)}</w:txbxContent></w:drawing>"
_DELETED = "<w:del w:id='1'><w:r><w:delText>☼</w:delText></w:r></w:del>"
_PAGE = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar "
_PAGE += "w:fldCharType='end'/></w:r>"

_BESIDE = {
    "comment": f"<w:comments {_NAMES}><w:comment w:id='1'>{_p('{}')}</w:comment></w:comments>",
    "footnote": f"<w:footnotes {_NAMES}><w:footnote w:id='1'>{_p('{}')}</w:footnote></w:footnotes>",
    "endnote": f"<w:endnotes {_NAMES}><w:endnote w:id='1'>{_p('{}')}</w:endnote></w:endnotes>",
    "chart": f"<c:chartSpace {_NAMES}><c:title><a:t>☼</a:t></c:title></c:chartSpace>",
    "SmartArt": f"<dgm:dataModel {_NAMES}><a:t>☼</a:t></dgm:dataModel>",
    "document inside": "<html><body><p>☼</p></body></html>",
}  # fmt: skip
_PARTS = {"comment": "comments", "footnote": "footnotes", "endnote": "endnotes", "chart": "chart",
          "SmartArt": "diagramData", "document inside": "aFChunk"}  # fmt: skip
_TEXT = _p(_r("清晨有雾，渡船没有开，江上看不见一个人。"))


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a document that holds a text in it."""
    in_the_text = dict(line.split("\t") for line in _rows())
    for name, inside in in_the_text.items():
        beside = {_PARTS[name]: _BESIDE[name].replace("{}", _T)} if name in _BESIDE else {}
        if name.startswith("footnote with"):
            beside = {"footnotes": f"<w:footnotes {_NAMES}><w:footnote w:id='2'>{_A}</w:footnote></w:footnotes>"}
        if name == "number of a list" or name == "list":
            beside = {"numbering": _NUMBERING}
        yield name, _made(_TEXT + inside + _TEXT, beside)
    for kind in ("header", "footer"):
        part = f"<w:hdr {_NAMES}>{{}}</w:hdr>"
        yield kind, _made(_TEXT, {kind: part.format(_p(_T))})
        yield f"text box in a {kind}", _made(_TEXT, {kind: part.format(_p(f"<w:r>{_BOX}</w:r>"))})
        yield f"table in a {kind}", _made(_TEXT, {kind: part.format(f"<w:tbl>{_row(_p(_T), _A)}</w:tbl>")})
        yield f"number of a page in a {kind}", _made(_TEXT, {kind: part.format(_p(_T + _PAGE))})
        yield f"deleted in a {kind}", _made(_TEXT, {kind: part.format(_p(_r("渡") + _DELETED))})
    for kind in ("comment", "footnote", "endnote"):
        yield f"{kind} that nothing leads to", _made(_TEXT, {_PARTS[kind]: _BESIDE[kind].replace("{}", _T)})
    table = f"<w:footnotes {_NAMES}><w:footnote w:id='1'><w:tbl>{_row(_p(_T), _A)}</w:tbl></w:footnote></w:footnotes>"
    yield "table in a footnote", _made(in_the_text["footnote"], {"footnotes": table})
    boxed = f"<w:footnotes {_NAMES}><w:footnote w:id='1'>{_p(f'<w:r>{_BOX}</w:r>')}</w:footnote></w:footnotes>"
    yield "text box in a footnote", _made(in_the_text["footnote"], {"footnotes": boxed})
    inside = f"<w:footnotes {_NAMES}><w:footnote w:id='1'>{_p(_r('渡') + _DELETED)}</w:footnote></w:footnotes>"
    yield "deleted in a footnote", _made(in_the_text["footnote"], {"footnotes": inside})
    glossary = f"<w:glossaryDocument {_NAMES}>{_p(_T)}</w:glossaryDocument>"
    yield "glossary", _made(_TEXT, {"glossaryDocument": glossary})
    for tag in "dc:title dc:creator dc:description dc:subject cp:keywords cp:category".split():
        yield f"properties: {tag[3:]}", _made(_TEXT, {}, f"<{tag}>☼</{tag}>")


def _rows() -> list[str]:
    """The constructs of a document's text, a line each: a name, and mark-up with ☼ for the text in it."""
    return (Path(__file__).parent / "docx.tsv").read_text(encoding="utf-8").splitlines()


def _made(body: str, beside: dict[str, str], said: str = "") -> Callable[[str], bytes]:
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_KIND}/{kind}" Target="{name}"/>'
        for kind, name in _RELATIONS.items()
        if kind in beside or kind in ("image", "oleObject")
    )
    relations += f'<Relationship Id="link" Type="{_KIND}/hyperlink" TargetMode="External" Target="x:a"/>'
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<R><Relationship Id="d" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="c" Type="{_KIND}/core-properties" Target="docProps/core.xml"/></R>',
        "docProps/core.xml": f'<cp:p xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/">{said}</cp:p>',
        "word/_rels/document.xml.rels": f"<R>{relations}</R>",
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/media/a.png": "",
        "word/embeddings/a.bin": "",
        **{f"word/{_RELATIONS[kind]}": text for kind, text in beside.items()},
    }
    return lambda token: _zipped({name: text.replace("☼", token) for name, text in parts.items()})


def _zipped(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return file.getvalue()
