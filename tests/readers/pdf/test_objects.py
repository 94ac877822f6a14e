"""What a PDF's objects hold is what its bytes say."""

import pytest

from converter.readers.pdf import objects
from converter.readers.pdf.objects import Objects, _of_lzw
from tests.readers.pdf.packed import as_lzw
from tests.readers.pdf.pages import of_objects, stream

ABOUT = b"""<</Name(a \\(ferry\\)\\056)/Hex<FEFF 6E21>/Odd< 41 4 >/Latin(caf\\351\\\n)
/Base/O#46F/Listed[2 0 R 3 0 R]/There 2 0 R/Step 2.5/Far 3 0 R>>"""


@pytest.mark.parametrize(
    ("key", "expected"),
    [(b"Name", b"a (ferry)."), (b"Hex", b"\xfe\xffn!"), (b"Odd", b"A@"), (b"Latin", b"caf\xe9"), (b"No", b"")],
)
def test_strings(key: bytes, expected: bytes) -> None:
    """Literal ones with escapes, and those of digits."""
    assert Objects(of_objects(ABOUT)).string(ABOUT, key) == expected


def test_values_stand_there_or_elsewhere() -> None:
    file = Objects(of_objects(ABOUT, b"[7 0 R 8 0 R]", b" -.5 "))
    assert (file.name(ABOUT, b"Base"), file.name(ABOUT, b"No")) == (b"OFF", b"")
    assert (file.array(ABOUT, b"Listed"), file.array(ABOUT, b"There").strip()) == (b"[2 0 R 3 0 R", b"[7 0 R 8 0 R]")
    assert (file.array(ABOUT, b"No"), file.number(ABOUT, b"No")) == (b"", 0.0)
    assert (file.number(ABOUT, b"Step"), file.number(ABOUT, b"Far")) == (2.5, -0.5)


@pytest.mark.parametrize("early", [True, False])
def test_codes_of_all_widths(early: bool) -> None:
    """LZW's codes grow with its table up to twelve bits, by one code early or not; a clear code begins anew."""
    text = bytes(number * number % 251 for number in range(20_000)) + b"aaaaaaaa"
    assert _of_lzw(as_lzw(text, early), early) == text
    cut = _of_lzw(as_lzw(text, early)[:-2000], early)
    assert 0 < len(cut) < len(text) and text.startswith(cut)


def test_objects_that_lie_in_one_another_are_held_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of objects may name its whole content again and again."""
    monkeypatch.setattr(objects, "MOST_HELD", 100_000)
    pairs = b"".join(b"%d 0 %d 9000 " % (number, number + 1) for number in range(10, 10_010, 2))
    whole = stream(pairs + b" " * 9000, b"/Type/ObjStm/N 10000/First %d" % len(pairs))
    file = Objects(of_objects(b"<<>>", whole))
    assert 10 < len(list(file)) < 60
