"""Pages that would draw for hours are refused before pdfium draws them."""

import time
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from converter.errors import UnreadableInput
from converter.readers.pdf import amount, read_pdf
from converter.readers.pdf.amount import BYTES, MOST_DRAWN
from converter.readers.pdf.objects import objects_of
from tests.readers.pdf.packed import as_85, as_lzw, as_runs
from tests.readers.pdf.pages import FACE, LINE, made, of_forms, of_objects, rows, stream, written


def never() -> bytes:
    """A file that is plain need not be written anew."""
    raise AssertionError


def is_too_much(data: bytes, plain: Callable[[], bytes]) -> bool:
    """Whether a page of a file draws too much."""
    return amount.is_too_much(objects_of(data, plain))


RECTANGLE = b"0 0 5 5 re f\n"
ITSELF = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
PARENTLESS = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")


@pytest.mark.parametrize(
    ("data", "much"),
    [
        (written(LINE), False),
        (of_forms(30, 1), False),
        (of_forms(200, 1), False),
        (of_forms(17, 2), False),
        (of_forms(18, 2), True),
        (of_forms(30, 2), True),
        (of_forms(6, 10), False),
        (of_forms(7, 10), True),
        (of_forms(2, 1000, RECTANGLE * 200), False),
        (of_forms(2, 1000, RECTANGLE * 301), True),
        (written(LINE + b"/X Do", ITSELF, resources=b"/XObject<</X 6 0 R>>"), True),
        (written(LINE + b"/X Do", PARENTLESS, resources=b"/XObject<</X 6 0 R>>"), True),
        (written(LINE + b"/#58 Do", ITSELF, resources=b"/XObject<</#58 6 0 R>>"), True),
        (written(RECTANGLE * 250_000 + LINE), False),
        (written(RECTANGLE * MOST_DRAWN + LINE), True),
        (written(b"0 0 m " + b"5 5 l " * (BYTES * MOST_DRAWN // 6 + 1) + b"f " + LINE), True),
    ],
)
def test_a_page_draws_no_more_than_is_bounded(data: bytes, much: bool) -> None:
    """Forms in forms, forms that call themselves, with names written in any way, and what is drawn outright; each with
    a case on the other side."""
    assert is_too_much(data, never) is much


def forms(deep: int, about: bytes = b"") -> list[bytes]:
    """Objects from 10 on: forms that each call the next twice, without end where each calls itself."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]%s/Resources<</XObject<</X %d 0 R>>>>"
    calling = [stream(b"/X Do /X Do", kind % (about, number + 1)) for number in range(10, 9 + deep)]
    return [*[b"<<>>"] * 2, *calling, stream(RECTANGLE, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")]


INSIDE = b"/Resources<</XObject<</X 10 0 R>>>>"
PATTERN = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"
SHOWN = b"BT /T 9.5 Tf (a) Tj ET"
FONT = b"<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/FontBBox[0 0 1 1]/CharProcs %s%s>>"


@pytest.mark.parametrize(
    ("content", "resources", "more"),
    [
        (b"/Pattern cs /P scn 0 0 9 9 re f", b"/Pattern<</P 6 0 R>>", (stream(b"/X Do", PATTERN + INSIDE), b"<<>>")),
        (b"/Pattern CS /P SCN 0 0 9 9 re s", b"/Pattern 7 0 R", (stream(b"/X Do", PATTERN + INSIDE), b"<</P 6 0 R>>")),
        (b"/G gs 0 0 9 9 re f", b"/ExtGState<</G<</SMask<</S/Alpha/G 10 0 R>>>>>>", (b"<<>>", b"<<>>")),
        (b"/G gs 0 0 9 9 re f", b"/ExtGState<</G 6 0 R>>", (b"<</CA 1/SMask 7 0 R>>", b"<</S/Alpha/G 10 0 R>>")),
        (SHOWN, b"/Font<</T 6 0 R>>", (FONT % (b"<</a 7 0 R>>", INSIDE), stream(b"/X Do"))),
        (
            b"BT /T 9 Tf (a) Tj ET",
            b"/Font<</T 6 0 R>>/XObject<</X 10 0 R>>",
            (FONT % (b"<</a 7 0 R>>", b""), stream(b"/X Do")),
        ),
    ],
)
def test_what_patterns_masks_and_glyphs_call_counts(content: bytes, resources: bytes, more: tuple[bytes, ...]) -> None:
    """However deep forms lie in them; they are drawn for each thing and each character, so a few of these are many."""
    for deep, much in ((3, False), (30, True)):
        assert is_too_much(written(LINE + content, *more, *forms(deep), resources=resources), never) is much


@pytest.mark.parametrize(
    ("about", "much"),
    [
        (b"/PatternType 1/BBox[0 0 9 9]/XStep 2/YStep 2", False),
        (b"/PatternType 1/BBox[0 0 9 9]/XStep .002/YStep 200", False),
        (b"/PatternType 1/BBox[0 0 9 9]/XStep .002/YStep -2", True),
        (b"/PatternType 1/BBox[0 0 9 9]/XStep 0/YStep 2", True),
        (b"/PatternType 1/BBox[0 0 9 9]/XStep 7 0 R/YStep 7 0 R", False),
        (b"/PatternType 1/BBox[0 0 9 9]/XStep 8 0 R/YStep 7 0 R", True),
        (b"/PatternType 1/BBox[0 0 9 9]/XStep 2/YStep 2/Matrix[.01 0 0 .01 0 0]", True),
        (b"/PatternType 1/BBox[0 0 9 9]/XStep .02/YStep .02/Matrix [0 90 -90.5 0 1 1]", False),
        (b"/PatternType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Matrix[1]", False),
        (b"/PatternType 2/XStep 0", False),
        (b"/FunctionType 4/Domain[0 1]", True),
        (b"/FunctionType 2/Domain[0 1]", False),
    ],
)
def test_a_pattern_s_tiles_and_a_shading_s_calculations_are_bounded(about: bytes, much: bool) -> None:
    """Numbers may be objects, and a matrix makes steps smaller or larger."""
    data = written(LINE, stream(b"dup mul " * 4000, about), b" 20 ", b".0001")
    assert is_too_much(data, never) is much


def test_glyphs_of_outlines_are_not_counted() -> None:
    """A font may have thousands, and a page draws few of them; pictures and fonts beside it change nothing."""
    outline = stream(RECTANGLE * 100)
    glyphs = b"<<%s>>" % b"".join(b"/g%d 6 0 R" % number for number in range(9000))
    fonts = b"/Font<</T 7 0 R/U<</Subtype/Type1>>>>/XObject<</I 8 0 R>>"
    data = written(b"/T 9 Tf /I Do" + LINE, outline, FONT % (glyphs, b""), b"<</Subtype/Image>>", resources=fonts)
    assert not is_too_much(data, never)


def test_dictionaries_in_one_another_are_read_once() -> None:
    """A key that is there twice counts both times, for readers differ in which they take."""
    deep = b"/Font<<" * 100_000
    listed = b"/ExtGState<<%s>>" % b"".join(b"/G%d<</SMask<</G 6 0 R>>>>" % number for number in range(50_000))
    began = time.process_time()
    assert not is_too_much(written(LINE, resources=deep), never)
    assert not is_too_much(written(b"/G7 gs " + LINE, stream(RECTANGLE), resources=listed), never)
    assert time.process_time() - began < 10
    both = b"/XObject<</Y 9 0 R>>/XObject<</X 6 0 R>>"
    assert is_too_much(written(LINE + b"/X Do", PARENTLESS, resources=both), never)


def test_contents_that_are_repeated_count_each_time() -> None:
    """A page may have the same stream thousands of times, and a list of them as an object of its own."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents %s>>"
    head = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    content = stream(RECTANGLE * 100)
    for times, much in ((2500, False), (2600, True)):
        listed = b"[%s]" % (b"4 0 R " * times)
        assert is_too_much(of_objects(*head, page % listed, content), never) is much
        assert is_too_much(of_objects(*head, page % b"5 0 R", content, listed), never) is much


def test_pages_and_forms_are_found_in_streams_of_objects() -> None:
    """As files of PDF 1.5 have them; a page has its resources from the tree of pages."""
    held = [
        b"<</Type/Pages/Kids[6 0 R]/Count 1/Resources 7 0 R/MediaBox[0 0 9 9]>>",
        b"<</Type/Page/Parent 5 0 R/Contents 2 0 R>>",
        b"<</XObject<</X 3 0 R>>>>",
    ]
    places = [sum(len(one) + 1 for one in held[:n]) for n in range(3)]
    pairs = b" ".join(b"%d %d" % (number, place) for number, place in zip((5, 6, 7), places, strict=True)) + b"\n"
    form = b"/Subtype/Form/BBox[0 0 9 9]/Resources 7 0 R"
    for times, much in ((1, False), (2, True)):
        whole = stream(pairs + b" ".join(held), b"/Type/ObjStm/N 3/First %d" % len(pairs))
        data = of_objects(
            b"<</Type/Catalog/Pages 5 0 R>>", stream(b"/X Do"), stream(b"/X Do " * times + b"f ", form), whole
        )
        assert is_too_much(data, never) is much


def test_a_tree_of_pages_that_goes_round_or_down_for_ever_ends() -> None:
    """Parents that are each other's, and a hundred thousand of them."""
    round_ = b"<</Type/Page/Parent 2 0 R/Contents 3 0 R>>", b"<</Parent 1 0 R>>", stream(RECTANGLE)
    deep = [b"<</Parent %d 0 R>>" % (number + 1) for number in range(2, 100_000)]
    assert not is_too_much(of_objects(*round_), never)
    assert not is_too_much(of_objects(b"<</Type/Page/Parent 2 0 R/Contents 1 0 R>>", *deep), never)


@pytest.mark.parametrize(
    "filters",
    [
        b"[/ASCII85Decode/FlateDecode]",
        b"[/AHx/Fl]",
        b"[/A85/F#6cateDecode]",
        b"/LZWDecode",
        b"[/A85/LZW]",
        b"/RunLengthDecode",
        b"[/Fl/RL]",
        b"/JBIG2Decode",
    ],
)
def test_packed_contents_are_unpacked(monkeypatch: pytest.MonkeyPatch, filters: bytes) -> None:
    """What cannot be unpacked, or is broken, is taken to draw nothing and to call each of its forms once."""
    form = b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    data = written(b"/X Do", b"<<%s/Filter%s/Length 9>>stream\nbroken \xff~>\nendstream" % (form, filters))
    assert not is_too_much(data.replace(b"/F 5 0 R>>", b"/F 5 0 R>>/XObject<</X 6 0 R>>"), never)
    monkeypatch.setattr(amount, "MOST_DRAWN", 1000)
    much = RECTANGLE * 1001
    packed = zlib.compress(much, 9)
    whole = {
        b"[/ASCII85Decode/FlateDecode]": as_85(packed),
        b"[/A85/F#6cateDecode]": as_85(packed),
        b"[/AHx/Fl]": packed.hex().encode() + b">",
        b"/LZWDecode": as_lzw(much),
        b"[/A85/LZW]": as_85(as_lzw(much)),
        b"/RunLengthDecode": as_runs(much),
        b"[/Fl/RL]": zlib.compress(as_runs(much)),
    }.get(filters)
    if whole:
        page = b"<</Type/Page/Contents 2 0 R>>", b"<</Filter%s>>stream\n%s\nendstream" % (filters, whole)
        assert is_too_much(of_objects(*page), never)


def nested(canvas: Canvas) -> None:
    """A few lines, and thirty forms, each of which calls the next twice."""
    rows(canvas)
    for number in range(30):
        canvas.beginForm(f"form{number}")
        for _ in range(2 if number else 0):
            canvas.doForm(f"form{number - 1}")
        canvas.rect(0, 0, 5, 5)
        canvas.endForm()
    canvas.doForm("form29")


def locked(draw: Callable[[Canvas], None]) -> bytes:
    """A PDF that only its owner may change: anyone may read it, and its bytes are encrypted."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(400, 300), encrypt=StandardEncryption("", "owner"))
    made(rows)  # which makes the font known
    canvas.setFont(FACE, 10)
    draw(canvas)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("make", [made, locked])
def test_such_a_document_is_refused_in_a_sentence(make: Callable[[Callable[[Canvas], None]], bytes]) -> None:
    """With what to do next; one that draws little is read, encrypted for its owner or not."""
    assert read_pdf(make(rows)).lines
    with pytest.raises(UnreadableInput, match="draws more than 300,000 things: print it as pictures"):
        read_pdf(make(nested))


def test_a_file_that_was_changed_is_looked_at_as_it_is_now() -> None:
    """An object that is there twice: the later one counts for pdfium, which writes the file anew."""
    changed = of_forms(30, 2) + b"4 0 obj\n" + stream(LINE) + b"\nendobj\n"
    assert is_too_much(changed, lambda: written(LINE)) is False


def test_objects_without_ends_are_looked_at_once() -> None:
    """What begins in another object is told by the file that pdfium writes; time does not grow with the square."""
    begun = b" ".join(b"%d 0 obj" % number for number in range(10, 40_000))
    streams = b"".join(b"%d 0 obj<</Contents %d 0 R/Length 1>>stream\n" % (n, n) for n in range(10, 20_000))
    began = time.process_time()
    for junk in (b"%" + begun + b"\n", streams):
        data = b"%PDF-1.7\n" + junk + of_forms(30, 2).partition(b"\n")[2]
        assert is_too_much(data, lambda: of_forms(30, 2)) and not is_too_much(data, lambda: written(LINE))
    text = b"<</T(%s)/Type/Page/Contents 2 0 R>>" % begun
    assert not is_too_much(of_objects(text, stream(RECTANGLE)), lambda: of_objects(text, stream(RECTANGLE)))
    assert time.process_time() - began < 10


def test_what_looks_as_an_object_in_a_stream_is_none() -> None:
    """A stream may hold another file's text; its own object says where it ends."""
    hidden = b"4 0 obj\n<<>>\nendobj\n"
    data = of_forms(30, 2)
    held = b"<</Length %d>>stream\n%s\nendstream" % (len(hidden), hidden)
    assert is_too_much(data.replace(b"trailer", b"99 0 obj\n%s\nendobj\ntrailer" % held), never)


def test_resources_that_all_pages_share_are_taken_apart_once() -> None:
    """As programs write them that put every picture of a document into one dictionary."""
    count = 8000
    shared = b"<</XObject<<%s>>>>" % b" ".join(b"/I%d 3 0 R" % number for number in range(count))
    page = b"<</Type/Page/Resources 1 0 R/Contents 2 0 R>>"
    began = time.process_time()
    assert not is_too_much(of_objects(shared, stream(b"/I7 Do"), b"<</Subtype/Image>>", *[page] * count), never)
    assert time.process_time() - began < 10
