"""Word documents for the tests, and what is read of them."""

import io
import zipfile

import docx

from converter import detect
from converter.readers.docx import read_docx
from converter.writers.outline import write_outline

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LONG = "连接两岸的新桥昨日正式通车。清晨六点，第一批车辆从北岸驶上桥面，司机们鸣笛庆祝，两岸的居民走上桥头。"


def packed(body: str, **parts: str) -> bytes:
    """A document of this body; ``parts`` are the contents of its other parts: styles, numbering, footnotes."""
    kinds = "".join(f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    extra = '<Relationship Id="rlink" Type="x/hyperlink" TargetMode="External" Target="https://port.example/a"/>'
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<R><Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/></R>',
        "word/_rels/document.xml.rels": f"<R>{kinds}{extra}</R>",
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
    }
    files |= {f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}">{text}</w:{kind}>' for kind, text in parts.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return file.getvalue()


def p(*runs: str, look: str = "") -> str:
    """A paragraph of runs (texts, or mark-up) that looks as its properties say."""
    inside = (run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(inside)}</w:p>"


def told(data: bytes) -> list[str]:
    """The lines with their roles, as an outline has them."""
    text = write_outline(detect(read_docx(data))).decode()
    return [line for line in text.split("section\n", 1)[1].splitlines() if line]


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document of python-docx."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


NUMBERS = "".join(
    f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    for key, (form, text) in enumerate([("chineseCounting", "%1、"), ("decimal", "%1."), ("chineseCounting", "（%1）")])
) + "".join(f'<w:num w:numId="{key + 1}"><w:abstractNumId w:val="{key}"/></w:num>' for key in range(3))


def number(key: int) -> str:
    """The property that makes a paragraph one of list ``key``."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr>'
