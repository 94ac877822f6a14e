"""The encoding is found, no byte is lost, and what is no text is refused."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import ConverterError, UndecodableText, UnreadableInput
from converter.readers.encoding import decode

SIMPLIFIED = "海湾新桥昨日通车\n\n本报讯 经过三年建设，连接两岸的新桥昨日正式通车。当地居民说：“以后过江只要十分钟。”\n"
TRADITIONAL = (
    "海灣新橋昨日通車\n\n【本報訊】經過三年建設，連接兩岸的新橋昨日正式通車。當地居民說：「以後過江只要十分鐘。」\n"
)
BOTH = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030")
CASES = [
    *((SIMPLIFIED, name) for name in (*BOTH, "gbk", "gb2312")),
    *((TRADITIONAL, name) for name in (*BOTH, "gbk", "big5", "big5hkscs", "cp950")),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_whole_text(text: str, name: str) -> None:
    """A short page is read right from every encoding that can hold it, with or without BOM, and surely."""
    found = decode(text.encode(name))
    assert found.text == text
    assert found.confidence > 0.99


@pytest.mark.parametrize(("text", "name"), CASES)
@pytest.mark.parametrize("start", range(0, 28, 4))
def test_twelve_characters(text: str, name: str, start: int) -> None:
    """Twelve characters are enough."""
    piece = text.replace("\n", "")[start : start + 12]
    assert decode(piece.encode(name)).text == piece


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("café déjà vu".encode(), "utf-8"),
        ("Старый город".encode(), "utf-8"),
        ("ひらがなの文".encode(), "utf-8"),
        (b"plain ASCII\n", "utf-8"),
        ("plain ASCII\n".encode("utf-16-le"), "utf-16-le"),
        ("plain ASCII\n".encode("utf-16-be"), "utf-16-be"),
        ("新闻".encode("gbk"), "gb18030"),
        ("\ufeff\0海".encode("utf-16-le"), "utf-16-le"),
        ("\ufeff\0a\0".encode("utf-16-le"), "utf-32-le"),
        ("\ufeff\0".encode("utf-16-le"), "utf-32-le"),
        ("龍㐀𠀀は".encode("gb18030") + SIMPLIFIED.encode("gb18030"), "gb18030"),
        ("史蒂芬‧金的小說，今日在臺灣出版".encode("cp950"), "cp950"),
        ("呢度嘅嘢好正，佢哋成日嚟食".encode("big5hkscs"), "big5hkscs"),
        (b"", "utf-8"),
    ],
)
def test_the_name_found(data: bytes, expected: str) -> None:
    """What looks like several encodings is told apart."""
    assert decode(data).encoding == expected


@pytest.mark.parametrize(
    ("named", "really"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("big5", "cp950"),
        ("Big5", "big5hkscs"),
        ("utf-16", "utf-16-be"),
        ("utf_16", "utf-16-le"),
        ("UTF-8", "utf-8-sig"),
        ("utf-32", "utf-32-be"),
    ],
)
def test_a_named_encoding_is_widened(named: str, really: str) -> None:
    """A name stands for its supersets, and a BOM never stays in the text."""
    text = {"cp950": "小說‧詩", "big5hkscs": "嘅嘢"}.get(really, "镕基㐀" if "gb" in really else "新桥通车")
    assert decode(text.encode(really), named).text == text


def test_a_named_encoding_wins() -> None:
    """The user's word stands even where another encoding looks likelier."""
    assert decode("新桥".encode(), "latin-1").text == "新桥".encode().decode("latin-1")


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "a\0b", "undefined"])
def test_an_unknown_encoding(name: str) -> None:
    """A name that no text encoding has is refused, and the message lists what to use."""
    with pytest.raises(UnreadableInput, match="use one of utf-8, gb18030"):
        decode(b"abc", name)


@pytest.mark.parametrize("name", ["utf-8", "gb18030", "big5", "utf-16-le"])
def test_a_broken_byte(name: str) -> None:
    """A damaged file is an error that names offset, encoding and what to do; nothing is replaced."""
    head = (TRADITIONAL * 5).encode(name)
    broken = head + (b"\0\xdc" if name == "utf-16-le" else b"\xff") + (TRADITIONAL * 5).encode(name)
    with pytest.raises(UndecodableText, match=f"at offset {len(head)} as {name}.*--encoding NAME"):
        decode(broken)


def test_a_file_cut_short() -> None:
    """UTF-8 that ends inside a character is damaged UTF-8, and is not taken for GB18030."""
    with pytest.raises(UndecodableText, match="offset 3 as utf-8"):
        decode("中国".encode()[:-1])


def test_a_wrong_name() -> None:
    """Where the named encoding fails, the message says at which byte, and to let the encoding be found."""
    with pytest.raises(UndecodableText, match="byte 0xd0 at offset 4 as ascii.*leave --encoding out"):
        decode(b"ab\0c\xd0\xc2", "ascii")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG picture"),
        (b"PK\x03\x04\x14\0\0\0", "ZIP archive"),
        (b"%PDF-1.7\n", "PDF document"),
        (gzip.compress(b"text", mtime=0), "gzip archive"),
        (bytes(range(256)) * 8, "binary data"),
        (b"\0" * 999, "binary data"),
        (b"a\x97\xff\0\x80\xc3" * 99, "binary data"),
    ],
)
def test_what_is_no_text(data: bytes, what: str) -> None:
    """Pictures, archives and other binary data are refused by name, with what to do next."""
    with pytest.raises(UnreadableInput, match=f"{what}.*: .+"):
        decode(data)


def test_doubt_is_told() -> None:
    """What fits several encodings about as well has a low confidence and names them all."""
    found = decode(b"\xb0\xa1\xb0\xa2")
    assert {name for name, _ in found.candidates} >= {"gb18030", "big5hkscs"}
    assert found.confidence < 1


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give the text that they strictly are in the encoding named, or an error on purpose."""
    try:
        found = decode(data)
    except ConverterError:
        return
    assert found.text == data.decode(found.encoding).removeprefix("\ufeff")
    assert 0 <= found.confidence <= 1


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=40).filter(lambda text: not text.startswith("\0")))
def test_any_text_with_a_bom(text: str) -> None:
    """A BOM settles the encoding whatever follows it; only with a NUL next, UTF-16's may be the begin of UTF-32's."""
    for name in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(name)).text == text


def test_real_files(root: Path, labelled_pages: list[dict[str, str]]) -> None:
    """The real files beside the checkout decode to the text of their labelled pages."""
    folder = root.parent / "shared" / "samples" / "encodings"
    if not folder.is_dir():
        pytest.skip("no sample files beside the checkout")
    texts = {page["id"]: page["text"] for page in labelled_pages}
    for file in sorted(folder.iterdir()):
        text = decode(file.read_bytes()).text.replace("\r\n", "\n")
        assert text == texts[file.name.partition(".")[0]]
