"""Bytes → str: which encoding a Chinese file is in, judged on the whole file; a byte is never lost in silence."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from math import exp, inf

from converter.errors import UndecodableText, UnreadableInput
from converter.press.marks import PRINTED, is_han
from converter.readers.damaged import BROKEN, read_damaged
from converter.readers.refused import refuse_binary
from converter.records import NamedTuple

# GB18030 holds GBK and GB2312. Big5-HKSCS and CP950 are two supersets of Big5 that differ in some symbols.
GUESSED = ("utf-8", "gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")
WIDENED = {
    "utf-8-sig": ("utf-8",),
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "big5": ("big5hkscs", "cp950"),
    "utf-16": ("utf-16-le", "utf-16-be"),
    "utf-32": ("utf-32-le", "utf-32-be"),
}
MARKED = (
    (codecs.BOM_UTF8, ("utf-8",)),
    (codecs.BOM_UTF32_LE, ("utf-32-le", "utf-16-le")),  # also UTF-16 with a NUL first
    (codecs.BOM_UTF32_BE, ("utf-32-be",)),
    (codecs.BOM_UTF16_LE, ("utf-16-le",)),
    (codecs.BOM_UTF16_BE, ("utf-16-be",)),
)

# The commonest characters of newspapers, simplified and traditional.
COMMON = (
    "的国中一人大在发和是了有会年为不展学业作民地新全生要家动化实成进力工来以上对多到个时这我经开日出行重能理建主合现与社方"
    "高文科金产体政同们者强加小好用就本法等设创机心公自代更事面前平市长分月水共关过于部推务保提天书也定制安技之得后下员说性"
    "可活量记入资道党系里战从着当表度将教深利电目第次最他她你意村正改还场立都总向明起点特题期而治内万世程十那去如看没样把见"
    "國會時為於發對後個來由與這過開將電報關說總因二選並點問數統但四已參兩無黨業間實見至決五論導們體機認題或學元位每產設三"
    "名所其及被此長員經東進動們種運現務區應場當還從樣話嗎呢吧很想只又給让给话问题两东车马门"
)
PUNCTUATION = f"{PRINTED}‧～\u3000"

FLOOR = -11.5  # nats a character: Chinese and English lie above, text read in a wrong encoding below
SURE_UTF8 = 12.0  # nats: other encodings hardly ever make valid UTF-8 by chance
UNREAD = -5.0  # nats for a byte after the one that cannot be decoded
TELLING = 8  # characters that can tell a damaged text from binary data
CONTROLS = "".join(map(chr, (*range(9), *range(14, 32))))  # text has none, but may have lost its way to some
SPARSE = 20  # characters a broken place, from the second on; where there are fewer, it is another encoding, or no text


class Decoded(NamedTuple):
    """A text and how it was found. ``confidence`` is 0..1, ``candidates`` the encodings that can read every byte.

    ``encoding`` is a Python codec name; the text has no BOM, its newlines are as they were. ``broken`` are the places
    in the text of the U+FFFD that stand for bytes which are nothing in that encoding.
    """

    text: str
    encoding: str
    confidence: float
    candidates: tuple[tuple[str, float], ...]
    broken: tuple[int, ...] = ()


def decode_own(data: bytes, encoding: str | None = None) -> str:
    """A text in a form of Banmian's own, which is UTF-8: another encoding is looked for where an editor saved it so.

    Its newlines are ``\\n``. Raises what ``decode`` raises.
    """
    text = None
    if not encoding:
        with suppress(UnicodeDecodeError):
            text = data.decode("utf-8-sig")
    return (decode(data, encoding).text if text is None else text).replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes, encoding: str | None = None, *, strict: bool = True) -> Decoded:
    """Decode ``data``, in ``encoding`` where it is given, else as its BOM or the look of the whole text tells.

    Where it is not ``strict``, a text with few broken bytes is read, and U+FFFD stands for each. Raises
    ``UndecodableText`` where no encoding reads every byte, and ``UnreadableInput`` where it is no text at all.
    """
    refuse_binary(data)
    names = _named(encoding) if encoding else _possible(data)
    whole, failed = _attempts(data, names)
    if "utf-8" in whole and _is_plain(data, whole["utf-8"]):
        return Decoded(whole["utf-8"], "utf-8", 1.0, (("utf-8", 1.0),))
    best, likelihood = _rank(whole) if whole else (None, 0.0)
    if best and (names is not GUESSED or likelihood >= FLOOR * len(best.text)):
        return best
    damaged, gain = _damaged(data, failed)
    if damaged and (not best or gain > likelihood):
        if strict:
            raise _undecodable(data, failed, damaged.encoding, _ADVICE_NAMED if encoding else _ADVICE)
        return damaged
    if encoding:
        farthest = max(failed, key=lambda name: failed[name].start)
        raise _undecodable(data, failed, farthest, _ADVICE_NAMED)
    return _settle_doubt(data, best, likelihood, failed)


def _possible(data: bytes) -> tuple[str, ...]:
    """The codecs to try: those of its BOM where it has one."""
    return next((names for mark, names in MARKED if data.startswith(mark)), GUESSED)


def _attempts(data: bytes, names: Iterable[str]) -> tuple[dict[str, str], dict[str, UnicodeDecodeError]]:
    """The text in each of the encodings ``names`` that reads every byte, and why the others do not; plain UTF-8 is
    asked for no other. Raises ``UndecodableText``.
    """
    whole: dict[str, str] = {}
    failed: dict[str, UnicodeDecodeError] = {}
    for name in names:
        try:
            whole[name] = data.decode(name).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            failed[name] = error
        except (UnicodeError, LookupError) as error:
            raise UndecodableText(f"cannot decode the input as {name}: {error}; leave --encoding out") from error
        if name == "utf-8" and name in whole and _is_plain(data, whole[name]):
            break
    return whole, failed


def _damaged(data: bytes, names: Iterable[str]) -> tuple[Decoded | None, float]:
    """The likeliest reading of ``data`` as a text of which a few bytes are broken, in one of the encodings ``names``
    that do not read every byte; and its log likelihood. None where it is good text in none of them.
    """
    best, top = None, -inf
    for name in names:
        text, broken = read_damaged(data, name, _weigh)
        good = len(text) - len(broken)
        lost = len(broken) + sum(map(text.count, CONTROLS))
        if good < TELLING or (lost > 1 and good < SPARSE * lost):
            continue
        likelihood = _likelihood(text.replace("\ufffd", ""))
        if name != "utf-8" and likelihood < FLOOR * good:
            continue
        gain = likelihood + BROKEN * lost + (SURE_UTF8 if name == "utf-8" else 0.0)
        if gain > top:
            best, top = Decoded(text, name, 1.0, ((name, 1.0),), broken), gain
    return best, top


def _is_plain(data: bytes, text: str) -> bool:
    """Whether valid UTF-8 needs no second look: no NUL, as UTF-16 has; ASCII alone, or too long for chance."""
    continued = len(data) - len(text)
    return b"\0" not in data and (continued == 0 or continued > 5)


def _rank(whole: dict[str, str]) -> tuple[Decoded, float]:
    """The likeliest reading and its log likelihood; a candidate's score is its probability among those that differ."""
    scores: dict[str, float] = {}
    for name, text in whole.items():
        if text not in scores:
            scores[text] = _likelihood(text) + (SURE_UTF8 if name == "utf-8" else 0.0)
    top = max(scores.values())
    total = sum(exp(score - top) for score in scores.values())
    ranked = sorted(
        ((name, exp(scores[text] - top) / total) for name, text in whole.items()), key=lambda pair: -pair[1]
    )
    name, confidence = ranked[0]
    return Decoded(whole[name], name, confidence, tuple(ranked)), top


def _settle_doubt(
    data: bytes, best: Decoded | None, likelihood: float, failed: dict[str, UnicodeDecodeError]
) -> Decoded:
    """What to do where no encoding reads every byte, or the one that does gives an unlikely text.

    An encoding that makes good Chinese up to a broken byte is the right one: then the file is damaged. Valid UTF-8
    without NULs stands whatever its language.
    """
    parts = {name: data[: error.start].decode(name, "ignore") for name, error in failed.items()}
    gains = {name: _likelihood(part) + UNREAD * (len(data) - failed[name].start) for name, part in parts.items()}
    nearest = max(gains, key=lambda name: gains[name]) if gains else ""
    part = parts.get(nearest, "")
    telling = len(part) >= (TELLING if b"\0" in data else 1)
    if telling and _likelihood(part) >= FLOOR * len(part) and (not best or gains[nearest] > likelihood):
        raise _undecodable(data, failed, nearest, _ADVICE)
    if b"\0" in data:
        raise UnreadableInput("the input looks like binary data: name its encoding with --encoding if it is text")
    if best and best.encoding == "utf-8":
        return best
    if best:
        return Decoded(best.text, best.encoding, min(best.confidence, 0.5), best.candidates)
    raise _undecodable(data, failed, nearest, _ADVICE)


_ADVICE = "name its encoding with --encoding NAME"
_ADVICE_NAMED = "leave --encoding out to have it found"


def _undecodable(data: bytes, failed: dict[str, UnicodeDecodeError], name: str, advice: str) -> UndecodableText:
    start = failed[name].start
    return UndecodableText(
        f"cannot decode byte 0x{data[start]:02x} at offset {start} as {name} "
        f"(tried {', '.join(failed)}): mend the file, or {advice}"
    )


def _named(encoding: str) -> tuple[str, ...]:
    """The codecs to try for the encoding that the user named: its supersets where files often overstep it."""
    try:
        "a".encode(encoding)  # also refuses the codecs that are no text encodings (base64, rot13)
    except (LookupError, ValueError) as error:
        known = ", ".join(GUESSED)
        raise UnreadableInput(f"there is no encoding named {encoding!r}: use one of {known} with --encoding") from error
    name = codecs.lookup(encoding).name
    return WIDENED.get(name, (name,))


def _likelihood(text: str) -> float:
    """The log probability, in nats, of ``text`` as Chinese newspaper text, each character for itself."""
    weights = _weights()
    return sum(count * (weights.get(char) or _weight(char)) for char, count in Counter(text).items())


def _weigh(char: str) -> float:
    """The log probability of a character."""
    return _weights().get(char) or _weight(char)


@cache
def _weights() -> dict[str, float]:
    """Log probabilities of the usual characters: shares of a newspaper's text, spread evenly over each class.

    The first levels of GB 2312 and Big5 were chosen by frequency of use: 3755 and 5401 characters.
    """
    gb2312 = bytes(byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for byte in (lead, trail))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = bytes(byte for lead in range(0xA4, 0xC7) for trail in trails for byte in (lead, trail))
    usual = gb2312.decode("gb2312", "ignore") + big5.decode("big5", "ignore")
    return {
        **dict.fromkeys(usual, -9.7),
        **dict.fromkeys(map(chr, range(0x20, 0x7F)), -6.9),
        # ASCII comes in runs, so a letter among letters is likelier than its share of a page.
        **dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \n\r\t", -5.0),
        **dict.fromkeys(map(chr, range(0xC0, 0x100)), -12.0),
        **dict.fromkeys(PUNCTUATION, -5.3),
        **dict.fromkeys(COMMON, -6.3),
    }


def _weight(char: str) -> float:
    """The log probability of a character that is not usual: rare Han, other scripts and symbols, the rest."""
    if is_han(char):
        return -13.8
    return -16.0 if char.isprintable() or char.isspace() else -20.0
