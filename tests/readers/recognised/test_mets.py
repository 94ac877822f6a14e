"""METS: the pages of an issue that lie beside it, in their order, with the articles that it tells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import process_time
from zipfile import ZipFile

import pytest

from converter import load
from converter.errors import UnreadableInput
from converter.model import Issue, Metadata
from converter.readers.kinds import kind_of
from converter.readers.recognised.mets import read_mets
from tests.readers.recognised.test_alto import line
from tests.readers.recognised.test_page import page as page_xml
from tests.readers.recognised.test_page import region

SPACES = 'xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"'
FIRST = {
    "P1_M": [("海湾晚报", 100, 20, 60)],
    "P1_H1": [("青屿渡口换新船", 100, 120, 70)],
    "P1_T1": [("　　渡口的船今天清晨开了，", 100, 300, 40), ("两岸的人都来看热闹，孩子", 100, 360, 40)],
    "P1_H2": [("鹽田今年收成好", 700, 120, 70)],
    "P1_T2": [("　　老鹽工說，今年雨水少，", 700, 300, 40), ("鹽比往年白得多。", 700, 360, 40)],
}
SECOND = {
    "P2_T3": [("城里新开了一家书店。", 700, 300, 40)],
    "P2_H3": [("新书店开张", 700, 120, 70)],
    "P2_T1": [("们站在石阶上挥手。", 100, 300, 40)],
}


def alto(blocks: Mapping[str, list[tuple[str, int, int, int]]]) -> bytes:
    """A page of blocks by their IDs."""
    inside = ""
    for name, lines in blocks.items():
        text = "".join(line(words, left, top, size=size) for words, left, top, size in lines)
        inside += f'<TextBlock ID="{name}">{text}</TextBlock>'
    return (
        '<alto xmlns="http://www.loc.gov/standards/alto/ns-v2#"><Layout>'
        f'<Page ID="P" WIDTH="1300" HEIGHT="1000"><PrintSpace>{inside}</PrintSpace></Page></Layout></alto>'
    ).encode()


def area(file: str, block: str, kind: str = "PARAGRAPH") -> str:
    """A division of one block."""
    where = f'<area BETYPE="IDREF" FILEID="{file}" BEGIN="{block}"/>'
    return f'<div TYPE="{kind}"><fptr>{where}</fptr></div>'


def docworks(address: str = "file://./alto/{}.xml", areas: bool = True, head: str = "") -> bytes:
    """An issue as docWorks writes it: the pages in another order than the files, an article that goes on overleaf."""
    mods = (
        '<dmdSec ID="M1"><mdWrap MDTYPE="MODS"><xmlData><mods:mods><mods:titleInfo><mods:title>海湾晚报</mods:title>'
        "</mods:titleInfo></mods:mods></xmlData></mdWrap></dmdSec>"
        '<dmdSec ID="M2"><mdWrap MDTYPE="MODS"><xmlData><mods:mods><mods:part><mods:detail type="issue"><mods:number>77'
        "</mods:number></mods:detail></mods:part><mods:originInfo><mods:dateIssued encoding='iso8601'>1932-05-16"
        "</mods:dateIssued></mods:originInfo></mods:mods></xmlData></mdWrap></dmdSec>"
        '<dmdSec ID="M3"><mdWrap MDTYPE="MODS"><xmlData><mods:mods><mods:titleInfo><mods:title>别的题目</mods:title>'
        "</mods:titleInfo></mods:mods></xmlData></mdWrap></dmdSec>"
    )
    files = "".join(
        f'<file ID="A{n}" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="{address.format(n)}"/></file>'
        for n in (2, 1)
    )
    pages = "".join(
        f'<div TYPE="PAGE" ORDER="{n}"><fptr><par><area FILEID="I{n}"/>'
        f'<area FILEID="A{n}" BETYPE="IDREF" BEGIN="P"/></par></fptr></div>'
        for n in (2, 1)
    )
    images = '<file ID="I1" MIMETYPE="image/tiff"/><file ID="I2" MIMETYPE="image/tiff"/>'
    title = "<div TYPE='HEADING'>{}</div>"
    body = (
        f'<div TYPE="TITLE_SECTION">{area("A1", "P1_M", "HEADLINE")}</div><div TYPE="CONTENT">'
        f'<div TYPE="ARTICLE" ID="a1" DMDID="M3">{title.format(area("A1", "P1_H1", "TITLE"))}'
        f'<div TYPE="BODY">{area("A1", "P1_T1")}{area("A2", "P2_T1")}</div></div>'
        f'<div TYPE="SECTION" ID="s"><div TYPE="ARTICLE" ID="a2">{title.format(area("A1", "P1_H2", "TITLE"))}'
        f"{area('A1', 'P1_T2')}</div></div>"
        f'<div TYPE="ARTICLE" ID="a3">{title.format(area("A2", "P2_H3", "TITLE"))}{area("A2", "P2_T3")}</div></div>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><mets xmlns="http://www.loc.gov/METS/" {SPACES}>{head}{mods}<fileSec>'
        f'<fileGrp ID="IMGGRP" USE="Images">{images}</fileGrp><fileGrp USE="Text">{files}</fileGrp></fileSec>'
        f'<structMap TYPE="PHYSICAL"><div TYPE="Newspaper" DMDID="M1">{pages}</div></structMap>'
        f'<structMap TYPE="LOGICAL"><div TYPE="Newspaper" DMDID="M1"><div TYPE="ISSUE" DMDID="M2">'
        f"{body if areas else ''}</div></div></structMap></mets>"
    ).encode()


FILES = {"alto/1.xml": alto(FIRST), "alto/2.xml": alto(SECOND)}
STORIES = [
    [("headline", "青屿渡口换新船"), ("paragraph", "渡口的船今天清晨开了，两岸的人都来看热闹，孩子们站在石阶上挥手。")],
    [("headline", "鹽田今年收成好"), ("paragraph", "老鹽工說，今年雨水少，鹽比往年白得多。")],
    [("headline", "新书店开张"), ("paragraph", "城里新开了一家书店。")],
]


def stories(issue: Issue) -> list[list[tuple[str, str]]]:
    """The blocks of each story."""
    found = [[(block.role.value, block.text) for block in article.blocks()] for article in issue.articles()]
    return [blocks for blocks in found if any(role in ("headline", "paragraph") for role, _ in blocks)]


def test_an_issue() -> None:
    """Articles with their headlines, one that goes on overleaf whole; paper, day and number are known."""
    data = docworks()
    assert kind_of(data, ".xml") == "mets"
    source = read_mets(data, near=FILES.get)
    assert source.metadata == Metadata(paper="海湾晚报", date="1932-05-16", number="77")
    assert len(source.sheets) == 2 and len(source.lines) == 10
    assert [line.text for line in source.lines if line.role == "folio"] == ["海湾晚报"]
    assert stories(load(source)) == STORIES
    assert source.warnings == ("left out 4 character(s) of descriptions in the METS file",)


@pytest.mark.parametrize(
    "address",
    [
        "alto/{}.xml",
        "./alto/{}.xml",
        "file:///export/17/alto/{}.xml",
        "https://example.org/17/alto/{}.xml",
        "D:\\17\\alto\\{}.xml",
    ],
)
def test_where_pages_lie(address: str) -> None:
    """There where they are said to lie, else in a folder of the same name."""
    assert len(read_mets(docworks(address), near=FILES.get).sheets) == 2


def test_pages_that_are_not_there() -> None:
    """They are counted and named; where there is none, a sentence says what helps."""
    source = read_mets(docworks(), near={"alto/1.xml": FILES["alto/1.xml"], "alto/2.xml": b"<alto>"}.get)
    assert source.warnings[-1] == ("left out 1 page(s) whose text is not beside the METS file: file://./alto/2.xml")
    with pytest.raises(UnreadableInput, match="put its pages into its folder"):
        read_mets(docworks())


def test_a_file_that_is_not_listed() -> None:
    """A page that points to none is counted as one whose text is not there."""
    data = docworks().replace(b'<file ID="A2"', b'<file ID="other"').replace(b'<file ID="I2"', b'<file ID="more"')
    source = read_mets(data, near=FILES.get)
    assert source.warnings[-1] == "left out 1 page(s) whose text is not beside the METS file: I2"
    assert len(source.sheets) == 1


def test_without_articles() -> None:
    """The pages in their order, laid out as pages are."""
    source = read_mets(docworks(areas=False), near=FILES.get)
    assert [line.page for line in source.lines] == sorted(line.page or 0 for line in source.lines)


def test_articles_without_ids() -> None:
    """Each is one of its own, and takes no look at all those before it."""
    data = docworks().replace(b' ID="a2"', b"").replace(b' ID="a3"', b"")
    more = area("A1", "none", "ARTICLE").encode() * 20_000
    began = process_time()
    source = read_mets(data.replace(b'<div TYPE="SECTION"', more + b'<div TYPE="SECTION"'), near=FILES.get)
    assert process_time() - began < 3
    assert stories(load(source)) == STORIES


@pytest.mark.parametrize("form", ["ndnp", "kitodo", "ocr-d", "unlisted"])
def test_other_programs(form: str) -> None:
    """One structure without a type; the text among pictures; PAGE XML in steps; no structure of pages at all."""
    use, name, kind = {
        "ndnp": ("", "ocrFile", "np:page"),
        "kitodo": ("FULLTEXT", "FILE_FULLTEXT_", "page"),
        "ocr-d": ("OCR-D-OCR", "OCR_", "page"),
        "unlisted": ("ALTO", "ALTO_", "chapter"),
    }[form]
    steps = "".join(f'<file ID="SEG_{n}"><FLocat xlink:href="seg/{n}.xml"/></file>' for n in (1, 2))
    files = "".join(f'<file ID="{name}{n}" USE="ocr"><FLocat xlink:href="alto/{n}.xml"/></file>' for n in (1, 2))
    pages = "".join(
        f'<div TYPE="{kind}"><fptr FILEID="SEG_{n}"/><fptr FILEID="{name}{n}"/></div>'
        for n in (1, 2)
        if form != "unlisted"
    )
    data = (
        f'<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns="http://www.loc.gov/METS/" {SPACES}>'
        '<dmdSec ID="D"><mods:mods><mods:relatedItem type="host"><mods:titleInfo><mods:title>海灣晚報</mods:title>'
        "</mods:titleInfo></mods:relatedItem><mods:originInfo><mods:dateIssued>16.05.1932</mods:dateIssued>"
        "<mods:dateIssued>19320516</mods:dateIssued></mods:originInfo></mods:mods></dmdSec>"
        f'<fileSec><fileGrp USE="SEG">{steps}</fileGrp><fileGrp USE="{use}">{files}</fileGrp></fileSec>'
        f'<structMap><div TYPE="np:issue" DMDID="D">{pages}</div></structMap></mets:mets>'
    ).encode()
    near = FILES | {"seg/1.xml": page_xml(""), "seg/2.xml": page_xml("")}
    if form == "ocr-d":
        near |= {f"alto/{n}.xml": page_xml(region("a", [f"第{n}页的文字在这里。"], 100, 100)) for n in (1, 2)}
    source = read_mets(data, near=near.get)
    assert (source.metadata.paper, source.metadata.date) == ("海灣晚報", "1932-05-16")
    assert [sheet.number for sheet in source.sheets] == [1, 2]


BOXES = {
    # of each block of the first page: its box in pixels
    "P1_H1": (100, 120, 590, 190),
    "P1_T1": (90, 290, 640, 410),
    "P1_H2": (700, 120, 1190, 190),
    "P1_T2": (690, 290, 1240, 410),
}


def by_coordinates(file: str, by: float) -> bytes:
    """The issue whose first page has areas of a picture ``by`` times as large, or of the text's own unit."""
    data = docworks().decode()
    for block, box in BOXES.items():
        left, top, right, bottom = (round(edge * by) for edge in box)
        corners = f'SHAPE="POLY" COORDS="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"'
        place = corners if block.endswith("2") else f'SHAPE="RECT" COORDS="{left},{top},{right},{bottom}"'
        data = data.replace(f'BETYPE="IDREF" FILEID="A1" BEGIN="{block}"', f'FILEID="{file}" {place}')
    return data.encode()


def sized(data: bytes, width: int) -> bytes:
    """The same, with the width of the first page's picture."""
    about = (
        '<amdSec><techMD ID="T1"><mdWrap MDTYPE="NISOIMG"><xmlData><mix:mix xmlns:mix="http://www.loc.gov/mix/v20">'
        f"<mix:imageWidth>{width}</mix:imageWidth></mix:mix></xmlData></mdWrap></techMD></amdSec><fileSec>"
    )
    return data.replace(b"<fileSec>", about.encode()).replace(b'ID="I1"', b'ID="I1" ADMID="X T1"')


@pytest.mark.parametrize(
    ("data", "unit"),
    [
        (by_coordinates("A1", 1), "pixel"),
        (by_coordinates("A1", 1), "mm10"),
        (by_coordinates("I1", 1), "pixel"),
        (sized(by_coordinates("I1", 0.5), 650), "pixel"),
        (sized(by_coordinates("I1", 2.0), 2600), "mm10"),
    ],
)
def test_areas_by_coordinates(data: bytes, unit: str) -> None:
    """On the text's page in its own unit, or on the page's picture in pixels, however many it has."""
    head = f"<Description><MeasurementUnit>{unit}</MeasurementUnit></Description><Layout>"
    first = alto(FIRST).replace(b"<Layout>", head.encode())
    assert stories(load(read_mets(data, near=(FILES | {"alto/1.xml": first}).get))) == STORIES


def test_areas_of_a_picture_of_unknown_size() -> None:
    """Tell nothing of text whose unit is no pixel, and nothing fails."""
    first = alto(FIRST).replace(
        b"<Layout>", b"<Description><MeasurementUnit>mm10</MeasurementUnit></Description><Layout>"
    )
    source = read_mets(by_coordinates("I1", 3), near=(FILES | {"alto/1.xml": first}).get)
    assert "青屿渡口换新船" in "".join(line.text for line in source.lines)


def test_a_range_of_blocks() -> None:
    """From the one at which an area begins to that at which it ends, both with it."""
    more = {
        "P1_T0": [("新船是去年秋天造的。", 100, 420, 40)],
        "P1_T9": [("船上有一百个座位。", 100, 480, 40)],
        "P1_L": [("票价不变。", 700, 480, 40)],
    }
    first = dict([*list(FIRST.items())[:3], *list(more.items())[:2], *list(FIRST.items())[3:], ("P1_L", more["P1_L"])])
    data = docworks().decode().replace('BEGIN="P1_T1"', 'BEGIN="P1_T1" END="P1_T9"').encode()
    loose, story, *others = stories(load(read_mets(data, near=(FILES | {"alto/1.xml": alto(first)}).get)))
    assert loose == [("paragraph", "票价不变。")] and others == STORIES[1:]
    assert "新船是去年秋天造的。" in story[1][1] and ("paragraph", "船上有一百个座位。") in story
    lost = data.replace(b'END="P1_T9"', b'END="gone"')
    assert len(read_mets(lost, near=(FILES | {"alto/1.xml": alto(first)}).get).lines) == 13


def bnf(structure: str) -> dict[str, bytes]:
    """An issue as the national library of France keeps it: pages of type object, the articles in another file."""
    files = "".join(
        f'<file ID="ocr.{n}" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="ocr/X{n:07}.xml"/></file>'
        for n in (1, 2)
    )
    images = "".join(f'<file ID="master.{n}" MIMETYPE="image/jp2"/>' for n in (1, 2))
    pages = "".join(
        f'<div TYPE="object" ORDER="{n}" DMDID="D{n}"><fptr FILEID="master.{n}"/><fptr FILEID="ocr.{n}"/></div>'
        for n in (2, 1)
    )
    about = (
        '<dmdSec ID="D9"><mdWrap><xmlData xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>1932-05-16 (第77号)'
        "</dc:title><dc:date>1932-05-16</dc:date></xmlData></mdWrap></dmdSec>"
    )
    manifest = (
        f'<mets xmlns="http://www.loc.gov/METS/" {SPACES}><dmdSec ID="D0"/>{about}<fileSec>'
        f'<fileGrp USE="master">{images}</fileGrp><fileGrp USE="ocr">{files}</fileGrp><fileGrp USE="toc">'
        '<file ID="toc.1"><FLocat xlink:href="toc/T77.xml"/></file></fileGrp></fileSec><structMap TYPE="physical">'
        f'<div TYPE="set" DMDID="D0"><div TYPE="group" DMDID="D9">{pages}</div></div></structMap><structMap TYPE="toc">'
        '<div TYPE="set"><div TYPE="object"><fptr FILEID="toc.1"/></div></div></structMap></mets>'
    )
    toc = f'<mets xmlns="http://www.loc.gov/METS/"><structMap TYPE="logical">{structure}</structMap></mets>'
    pages_ = {f"ocr/X{n:07}.xml": data for n, data in enumerate((alto(FIRST), alto(SECOND)), 1)}
    return {"manifest.xml": manifest.encode(), "toc/T77.xml": toc.encode(), **pages_}


def heading(block: str, kind: str = "HEADING", file: str = "ocr.1") -> str:
    """A heading of one block."""
    return f'<div TYPE="{kind}">{area(file, block, "TITLE")}</div>'


def test_articles_in_a_file_of_their_own(tmp_path: Path) -> None:
    """Are those of the issue that leads to it, in a folder too; an advertisement is none, nor is a heading inside."""
    files = bnf(
        f'<div TYPE="SECTION"><div TYPE="ARTICLE">{heading("P1_H1")}<div TYPE="BODY">{area("ocr.1", "P1_T1")}'
        f"{area('ocr.2', 'P2_T1')}{heading('P2_H3', 'INSIDEHEADING', 'ocr.2')}{area('ocr.2', 'P2_T3')}</div></div>"
        f'<div TYPE="FREEAD">{heading("P1_H2")}{area("ocr.1", "P1_T2")}</div></div>'
    )
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    issue = load(tmp_path)
    assert read_mets(files["manifest.xml"], near=files.get).metadata == Metadata(date="1932-05-16")
    assert len(issue.documents) == 1
    assert stories(issue) == [[*STORIES[0], ("subhead", "新书店开张"), ("paragraph", "城里新开了一家书店。")]]
    assert [block.text for block in issue.blocks() if block.role == "furniture"][:1] == ["鹽田今年收成好"]


def test_a_file_of_articles_that_is_broken() -> None:
    """Is named, and the pages are read."""
    files = bnf("") | {"toc/T77.xml": b"<mets"}
    source = read_mets(files["manifest.xml"], near=files.get)
    assert len(source.sheets) == 2 and "toc/T77.xml" in source.warnings[-1]


def test_pages_of_several_types() -> None:
    """The physical structure's innermost divisions are its pages, whatever they are called."""
    data = docworks().replace(b'TYPE="PAGE" ORDER="1"', b'TYPE="titlePage" ORDER="1"')
    data = data.replace(b'TYPE="PAGE" ORDER="2"', b'TYPE="normalPage" ORDER="2"')
    assert stories(load(read_mets(data, near=FILES.get))) == STORIES
    pages = data.replace(b'TYPE="normalPage" ORDER="2"', b'TYPE="page" ORDER="2"')
    assert stories(load(read_mets(pages, near=FILES.get))) == STORIES


def test_the_second_version() -> None:
    """Descriptions stand in ``md``, and what leads to them and to files is called otherwise."""
    data = docworks().decode().replace("http://www.loc.gov/METS/", "http://www.loc.gov/METS/v2")
    for old, new in (("xlink:href", "LOCREF"), ("DMDID", "MDID"), ("<dmdSec", "<md"), ("</dmdSec", "</md")):
        data = data.replace(old, new)
    data = data.replace("<structMap", "<structSec><structMap").replace("</structMap>", "</structMap></structSec>")
    source = read_mets(data.encode(), near=FILES.get)
    assert source.metadata == Metadata(paper="海湾晚报", date="1932-05-16", number="77")
    assert stories(load(source)) == STORIES


@pytest.mark.parametrize("packed", [False, True])
def test_a_folder_and_a_zip(tmp_path: Path, packed: bool) -> None:
    """Of a folder or a zip the METS file is read, and the pages that it leads to with it."""
    (tmp_path / "issue" / "alto").mkdir(parents=True)
    files = {"1932-mets.xml": docworks(), **FILES}
    for name, data in files.items():
        (tmp_path / "issue" / name).write_bytes(data)
    with ZipFile(tmp_path / "issue.zip", "w") as zipped:
        for name, data in files.items():
            zipped.writestr(f"issue/{name}", data)
    issue = load(tmp_path / ("issue.zip" if packed else "issue"))
    assert stories(issue) == STORIES
    assert issue.metadata.date == "1932-05-16"
    (tmp_path / "issue" / "1932-mets.xml").unlink()
    if not packed:
        assert len(load(tmp_path / "issue").documents) == 2


def test_a_list_of_issues(tmp_path: Path) -> None:
    """As that of a year: beside its issues it is no document."""
    (tmp_path / "16" / "alto").mkdir(parents=True)
    for name, data in {"16/mets.xml": docworks(), **{f"16/{name}": data for name, data in FILES.items()}}.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "year.xml").write_text(
        f'<mets xmlns="http://www.loc.gov/METS/" {SPACES}><structMap><div TYPE="newspaper"><div TYPE="issue">'
        '<mptr LOCTYPE="URL" xlink:href="16/mets.xml"/></div></div></structMap></mets>',
        "utf-8",
    )
    issue = load(tmp_path)
    assert (len(issue.documents), stories(issue)) == (1, STORIES)
    assert not any("no reader reads" in warning for warning in issue.warnings)


def test_folio_and_jump_lines() -> None:
    """A page's own lines open its section; jumps stay where the story was cut."""
    first = FIRST | {"P1_J": [("（下转第二版）", 100, 440, 40)], "F": [("一九三二年五月十六日　第一版", 700, 20, 24)]}
    second = SECOND | {"P2_J": [("（上接第一版）", 100, 240, 40)], "F": [("一九三二年五月十六日　第二版", 700, 20, 24)]}
    rest = area("A2", "P2_T1")
    data = docworks().decode().replace(rest, area("A1", "P1_J") + area("A2", "P2_J") + rest).encode()
    issue = load(read_mets(data, near={"alto/1.xml": alto(first), "alto/2.xml": alto(second)}.get))
    assert [section.page for section in issue.sections] == ["1", "2"]
    assert [text for _, text in stories(issue)[0]][1:] == [
        "渡口的船今天清晨开了，两岸的人都来看热闹，孩子",
        "（下转第二版）",
        "（上接第一版）",
        "们站在石阶上挥手。",
    ]


def test_pages_outside(tmp_path: Path) -> None:
    """No file outside of the METS file's folder is read."""
    (tmp_path / "alto").mkdir()
    (tmp_path / "inside").mkdir()
    (tmp_path / "alto" / "1.xml").write_bytes(FILES["alto/1.xml"])
    (tmp_path / "inside" / "mets.xml").write_bytes(docworks("../alto/{}.xml"))
    with pytest.raises(UnreadableInput, match="leads to no page"):
        load(tmp_path / "inside" / "mets.xml")
