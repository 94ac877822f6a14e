"""Where a page's pictures are: in it, in the file around it, beside it, on the network."""

from __future__ import annotations

from base64 import b64encode

import pytest
from lxml.html import fragment_fromstring

from converter.model import Run
from converter.readers.html.pictures import Pictures
from tests.strategies import PIXEL

DATA = f"data:image/png;base64,{b64encode(PIXEL).decode()}"


@pytest.mark.parametrize(
    ("attributes", "image", "words"),
    [
        (f'src="{DATA}" alt="海"', "picture1.png", "海"),
        ('src="海 1.png?v=2#x"', "海 1.png", "图片"),
        ('src="%E6%B5%B7.png" title="海"', "海.png", "海"),
        ('src="a.png" alt="IMG_01.JPG"', "a.png", "图片"),
        ('src="//cdn.test/a.png"', "https://cdn.test/a.png", "图片"),
        (f'src="{DATA}" data-src="http://cdn.test/b.png"', "http://cdn.test/b.png", "图片"),
        ('src="" data-original="b.png"', "b.png", "图片"),
        ('src="in/part.png"', "http://a.test/in/part.png", "图片"),
        ('src="cid:lost"', None, None),
        ('src="javascript:x()"', None, None),
        ('alt="海"', None, None),
        ('src="a%7F\x7fb.png"', "ab.png", "图片"),
    ],
    ids="data beside quoted file-name network lazy lazy-alone part lost script none controls".split(),
)
def test_where_a_picture_is(attributes: str, image: str | None, words: str | None) -> None:
    """Its name is its path or address, a later one before a stand-in; a file's name is no words."""
    pictures = Pictures({"http://a.test/in/part.png": PIXEL}, "http://a.test/index.html")
    run = pictures.run(fragment_fromstring(f"<img {attributes}>"), None)
    assert run == (None if image is None else Run(words or "", image=image))


def test_a_picture_that_stands_twice_is_kept_once() -> None:
    """Two addresses with the same bytes have one name; bytes that are none have no picture."""
    pictures = Pictures()
    names = [pictures.run(fragment_fromstring(f'<img src="{DATA}">'), None) for _ in range(2)]
    assert [run and run.image for run in names] == ["picture1.png", "picture1.png"]
    assert pictures.found == {"picture1.png": PIXEL}
    assert pictures.run(fragment_fromstring('<img src="data:image/png;base64,A">'), None) is None


@pytest.mark.parametrize(("speaks", "kept"), [(False, ["岸"]), (True, ["岸", "远"])])
def test_pictures_that_only_the_network_has(speaks: bool, kept: list[str]) -> None:
    """They go; of a document's own the words stay, where it has any."""
    pictures = Pictures()
    pictures.speaks = speaks
    runs = [Run("岸")]
    for words in ("远", ""):
        run = pictures.run(fragment_fromstring(f'<img src="http://cdn.test/{words}.png" alt="{words}">'), None)
        runs += [run] if run else []
    assert [run.text for run in pictures.held(runs)] == kept
    assert list(pictures.remote) == ["http://cdn.test/远.png", "http://cdn.test/.png"]


def test_the_words_of_a_picture_that_is_nowhere() -> None:
    """They are kept to be counted, once; a file's name is none of them."""
    pictures = Pictures()
    images = [fragment_fromstring(f"<img {said}>") for said in ("alt=渡口", "alt=船 src=cid:a", "alt=a.png", "src=''")]
    assert [pictures.run(image, None) for image in (*images, *images)] == [None] * 8
    assert list(pictures.unshown.values()) == ["渡口", "船", "", ""]
