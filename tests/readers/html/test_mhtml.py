"""A page saved as one file is read with the pictures in it."""

from __future__ import annotations

from email import message_from_bytes
from email.header import Header
from email.message import EmailMessage

import pytest

from converter.errors import UnreadableInput
from converter.left_out import counted
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


def test_what_the_file_holds_beside_the_page() -> None:
    """A page in a frame, a text, a subject that the page does not say are counted; a title and pictures are not."""
    whole = message_from_bytes(saved(PAGE.encode(), "utf-8"))
    whole["Subject"] = Header("渡口 夜话", "utf-8").encode()
    for kind, inside in (("html", "<p>框里</p><script>x()</script>"), ("plain", "另存")):
        part = EmailMessage()
        part.set_content(inside.encode(), "text", kind, cte="base64")
        whole.attach(part)
    assert counted(read_mhtml(whole.as_bytes()).warnings) == {
        "other pages in the file": 2,
        "texts beside the page": 2,
        "what the file is called": 4,
    }


@pytest.mark.parametrize("subject", ["新桥", "=?utf-8?q?=E6=96=B0=E6=A1=A5?=", "=?nonesuch?q?=E6?=", ""])
def test_a_subject_of_any_kind_is_borne(subject: str) -> None:
    """Also one in an encoding that nobody knows."""
    data = f"Subject: {subject}\n".encode() + saved(PAGE.encode(), "utf-8")
    assert [line.text for line in read_mhtml(data).lines][:1] == ["新桥昨日通车"]
