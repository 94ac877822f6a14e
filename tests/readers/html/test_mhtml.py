"""A page saved as one file is read with the pictures in it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from converter.errors import UnreadableInput
from converter.readers.html.mhtml import read_mhtml
from tests.strategies import PIXEL

PAGE = (
    '<html><head><meta charset="gb2312"><title>新桥</title></head><body><h1>新桥昨日通车</h1><p>桥面比想的宽。</p>'
    '<p><img src="https://img.test/a.png" alt="桥"></p><p><img src="cid:b@x" alt="岸"></p>'
    '<p><img src="c/d.png" alt="帆"></p>'
    '<p><img src="https://img.test/e.png" alt="远"></p></body></html>'
)


def saved(page: bytes, charset: str) -> bytes:
    """A file as browsers write it."""
    whole = EmailMessage()
    whole["Snapshot-Content-Location"] = "https://www.test/x/page.html"
    whole.make_related()
    part = EmailMessage()
    part.set_content(page, "text", "html", cte="quoted-printable")
    part.set_param("charset", charset)
    whole.attach(part)
    for header, value in (
        ("Content-Location", "https://img.test/a.png"),
        ("Content-ID", "<b@x>"),
        ("Content-Location", "https://www.test/x/c/d.png"),
    ):
        image = EmailMessage()
        image.set_content(PIXEL, "image", "png")
        image[header] = value
        whole.attach(image)
    return whole.as_bytes()


@pytest.mark.parametrize(("encoding", "charset"), [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("utf-8", "gb2312")])
def test_page_and_pictures(encoding: str, charset: str) -> None:
    """Pictures are known by address, by number, and by an address that the page's own completes."""
    source = read_mhtml(saved(PAGE.encode(encoding), charset))
    assert [(line.text, [run.image for run in line.runs]) for line in source.lines] == [
        ("新桥昨日通车", []),
        ("桥面比想的宽。", []),
        ("桥", ["https://img.test/a.png"]),
        ("岸", ["cid:b@x"]),
        ("帆", ["https://www.test/x/c/d.png"]),
        ("远", []),
    ]
    assert dict(source.images) == dict.fromkeys(
        ("https://img.test/a.png", "cid:b@x", "https://www.test/x/c/d.png"), PIXEL
    )
    assert source.metadata.url == "https://www.test/x/page.html"
    assert source.warnings == ("left out 1 picture(s) that only the network has: https://img.test/e.png",)


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--",
        b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(10_000)),
        b"",
    ],
    ids=["no-page", "deep", "empty"],
)
def test_what_has_no_page(data: bytes) -> None:
    """A file without a page in it, or one that is made of wrappers, is refused in a sentence."""
    with pytest.raises(UnreadableInput, match="no HTML page|no web page"):
        read_mhtml(data)


def test_a_file_cut_short() -> None:
    """What came until the cut is read."""
    data = saved(PAGE.encode(), "utf-8")
    source = read_mhtml(data[: data.index(b"image/png")])
    assert [line.text for line in source.lines][:2] == ["新桥昨日通车", "桥面比想的宽。"]
