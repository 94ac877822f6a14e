"""A line that names people, cut into words: names, the words that stand beside them, houses, and the marks between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from converter.press.lexicon import any_of, lists, pattern
from converter.press.names import is_foreign, is_name, surnames
from converter.press.patterns import later
from converter.press.posts import NO_WORD, Word, is_house, known_words, longest_word, without, words_of
from converter.records import NamedTuple

_HAN = r"[^\W\d_A-Za-z丨]"  # wider than the range of Han, and compiles ten times as fast; 丨 stands for a sign


def _marks() -> str:
    """The pattern of a line's marks, of the English in it, and of what is cut further."""
    done, houses = any_of(_english()), any_of(lists(__package__, "words")["English", "house"])
    begins, ends = r"(?<![^\W_])", r"(?![^\W_])"
    return (
        r"(?P<open>[（(〔【\[])|(?P<close>[）)〕】\]])|(?P<sign>[：:︰/／╱丨｜|])|(?P<stop>[。！？!?…])|(?P<blank>\s+)"
        rf"|(?P<list>[、，,&＆；;]|{begins}[Aa]nd{ends})|(?P<bullet>[□■◎●○▲◆★◇☆※▪·—–-]+)"
        rf"|(?P<by>{begins}(?i:(?:{done})\s+)?[Bb]y(?=\s+[A-Z]))"
        rf"|(?P<house>{begins}(?:[A-Z][A-Za-z.'’-]*\s){{0,3}}{houses}{ends})"
        rf"|(?P<maybe>{begins}[A-Z][a-z.'’-]+(?: (?!And ){_LATIN})*{ends})"
        rf"|(?P<block>{_HAN}+(?:[·•・‧]{_HAN}+)*)|(?P<other>《[^》]*》|[A-Za-z0-9]+|.)"
    )


_MARKS = later(_marks)
_LATIN = "[A-Z][A-Za-z.'’-]*"
_DOT = later("[·•・‧]")
_LABEL = later(f"({_HAN}{{1,4}})[·•・‧]")
_AND = pattern(__package__, "names", "<and>")
_APART = pattern(__package__, "names", "(?:(?!<and>)[^·•・‧])+")
_DOTTED = later(rf"{_HAN}{{1,12}}(?:[·•・‧]{_HAN}{{1,12}})+")
_LONGEST = 4
"""Characters of a Han name that has no dot in it."""

_OF_BOOKS = {"book", "translator"}

NAMED = frozenset(("name", "maybe", "lone"))
"""Kinds of tokens that are somebody's name, or may be."""

TOLD = frozenset(("reporter", "rank", "contributor", "author", "photographer", "joiner"))
"""Kinds of words right after which any name stands; after others it has to look like one."""

POSTS = TOLD | {"guest", "office", "calling"}
REPORTS = ("report", "joint-report")
WORK = frozenset(
    "writing text words book work-on-the-text words-and-pictures camera camera-report picture translator "
    "compiler".split()
)
"""Kinds of words that stand right behind a name, and tell that it is one."""

BODIES = frozenset("house department place city manner elsewhere rubric".split())
"""Kinds of words right after which no name stands: 本文曾於."""

GIVERS = frozenset(("provider", "giver"))

_OFFICES = frozenset(("guest", "office", "calling"))


def tells_a_maker(word: str) -> bool:
    """Whether a word says what somebody did for a page or a story: 摄影; what somebody is (主席) does not."""
    kind = known_words().get(word, NO_WORD).kind
    return bool(kind) and kind not in BODIES | _OFFICES


def names_an_office(word: str) -> bool:
    """Whether a word ends in what somebody is in a body: 名誉主席."""
    return word.endswith(words_of(*_OFFICES))


BEHIND = WORK | GIVERS | set(REPORTS)


class Token(NamedTuple):
    """A word or mark of a line. What is a ``name`` looks like one, of a ``maybe`` what is around it has to tell.

    ``lone`` is one character that may be half a name, ``word`` one of ``posts.known_words``, ``house`` is no person's.
    """

    kind: str
    text: str
    start: int
    end: int
    word: Word = NO_WORD


def tokens_of(line: str) -> list[Token]:
    """The words and marks of ``line``; lone characters with blanks between them are one name (柳　溪).

    An English byline in capitals is read as one that has them at its words' heads.
    """
    found: list[Token] = []
    capitals = line.isascii() and line.isupper() and "BY " in line
    for mark in _MARKS.finditer(line.title() if capitals else line):
        kind, start, end = mark.lastgroup or "", mark.start(), mark.end()
        if kind == "block":
            found += _words(mark[0], start)
        elif kind == "by":
            role = _english().get(mark[0].split()[0].lower(), "aut")
            found.append(Token("word", mark[0], start, end, Word("author", "before", (role,))))
        else:
            found.append(Token(kind, mark[0], start, end))
    return _with_translators(_paired(found))


@cache
def _english() -> dict[str, str]:
    """What was done, as English says it before ``by``, and the relator of who did it."""
    tables = lists(__package__, "words", traditional=False)
    return {word: key[1] for key, words in tables.items() if key[0] == "by" for word in words}


@cache
def _of_books() -> dict[str, Word]:
    """The words of one character that say who wrote a book, or translated it."""
    return {char: word for char, word in known_words().items() if len(char) == 1 and word.kind in _OF_BOOKS}


def _with_translators(tokens: list[Token]) -> list[Token]:
    """The tokens with 著 and 译 cut off names' ends where a line has both (柏青著　江帆译): one may be a name's own."""
    words = _of_books()
    told = {(token.word if token.kind == "word" else words.get(token.text[-1], NO_WORD)).kind for token in tokens}
    if not told >= _OF_BOOKS:
        return tokens
    found: list[Token] = []
    for token in tokens:
        name, last = token.text[:-1], token.text[-1]
        if token.kind == "name" and last in words and is_name(name):
            cut = token.end - 1
            found += [token._replace(text=name, end=cut), Token("word", last, cut, token.end, words[last])]
        else:
            found.append(token)
    return found


def _words(block: str, start: int) -> list[Token]:
    """The words that ``block``, Han characters without a mark but dots between them, is made of."""
    found: list[Token] = []
    while (label := _LABEL.match(block)) and (word := known_words().get(label[1], NO_WORD)).kind in WORK | POSTS:
        dot = start + label.end()  # 文·江一帆
        found += [Token("word", label[1], start, dot - 1, word), Token("sign", label[0][-1], dot - 1, dot)]
        block, start = block[label.end() :], dot
    return found + _pieces(block, start)


def _pieces(block: str, start: int) -> list[Token]:
    """The pieces of ``block`` as tokens; all of it where it names nobody and is called as a house is."""
    pieces = _cut(block)
    words = [NO_WORD, *(word for _, _, word in pieces), NO_WORD]
    found: list[Token] = []
    for n, (begin, end, word) in enumerate(pieces):
        kind = "word" if word.kind else _kind(block[begin:end], words[n], words[n + 2])
        found += _apart(Token(kind, block[begin:end], start + begin, start + end, word))
    names_nobody = not any(token.kind in ("name", "maybe") for token in found)
    if names_nobody and block not in known_words() and found[-1].word.kind not in POSTS | BEHIND and is_house(block):
        return [Token("house", block, start, start + len(block))]
    return found


def _cut(block: str) -> list[tuple[int, int, Word]]:
    """Where the pieces of ``block`` stand: known words, the longest first, and what is between them.

    A name may hold a known word: 李冠军.
    """
    pieces: list[tuple[int, int, Word]] = []
    begin = at = 0
    while at < len(block):
        before = pieces[-1][2] if pieces else NO_WORD
        named = is_name(block[begin:at]) or at == begin and bool(pieces) and not before.kind
        end, word = _word_at(block, at, named)
        if at == begin and (name := _name_at(block, at, before)) > end:
            end, word = name, NO_WORD
        if end == at:
            at += 1
            continue
        pieces += [(begin, at, NO_WORD)] * (begin < at) + [(at, end, word)]
        begin = at = end
    return pieces + [(begin, at, NO_WORD)] * (begin < at)


def _word_at(block: str, at: int, named: bool) -> tuple[int, Word]:
    """The end of the longest known word at ``at``, and what it is.

    One of a single character counts where it is the whole ``block``; 摄 at its end, and 文 or 等 behind a name
    (``named``).
    """
    known = known_words()
    for end in range(min(len(block), at + longest_word()), at + 1, -1):
        if word := known.get(block[at:end]):
            return end, word
    word = known.get(block[at], NO_WORD)
    is_last = at + 1 == len(block) and word.where == "either"
    if len(block) == 1 or is_last and (named or word.kind == "camera") or named and word.kind == "rubric":
        return (at + 1, word) if word.kind else (at, NO_WORD)
    return at, NO_WORD


def _name_at(block: str, at: int, before: Word) -> int:
    """The end of the name that begins at ``at`` behind the word ``before``, and ends at the next or with the block.

    Where it was reported from may stand between: 记者江一帆青屿报道.
    """
    known = known_words()
    for end in range(min(len(block), at + _LONGEST), at + 1, -1):
        name, rest = block[at:end], block[end:]
        if name in known or not is_name(name) or known.get(name[1:], NO_WORD).kind not in ("", "calling"):
            continue
        after = _word_at(block, end, True)[1] if rest else NO_WORD
        is_reported = before.kind in TOLD and 1 < len(without(rest, *REPORTS)) < 4 and rest.endswith(words_of(*REPORTS))
        if not rest or after.kind in BEHIND or before.kind and after.kind or is_reported:
            return end
    return at


def _kind(text: str, before: Word, after: Word) -> str:
    """What a piece between two words is; with no word on either side it is the whole of its block."""
    alone = not before.kind and not after.kind
    if len(text) == 1:
        return "lone" if alone or before.kind in POSTS | WORK or after.kind in BEHIND else "other"
    if is_house(text) or after.kind in POSTS and not before.kind:
        return "house"
    if before.kind in BODIES and after.kind not in BEHIND:
        return "other"
    if _looks_so(text):
        return "name"
    return "maybe" if _may_be(text) and (alone or _tells(before, after)) else "other"


def _looks_so(text: str) -> bool:
    """Whether ``text`` is a name, or names with 和 between them."""
    return is_name(text) or all(map(is_name, _AND.split(text)))


def _may_be(text: str) -> bool:
    """Whether ``text`` is no longer than a name."""
    return len(text) <= _LONGEST or _DOTTED.fullmatch(text) is not None


def _tells(before: Word, after: Word) -> bool:
    """Whether the words on both sides tell that what is between them is a name, whatever it looks like."""
    return before.kind in TOLD and after.kind not in POSTS or after.kind in BEHIND


def _apart(token: Token) -> Iterator[Token]:
    """Two names with a dot or 和 between them, each alone; a foreign name, and anything else, as it is."""
    if token.kind != "name" or is_foreign(token.text) or not _DOT.search(token.text) and is_name(token.text):
        yield token
        return
    for part in _APART.finditer(token.text):
        yield Token("name", part[0], token.start + part.start(), token.start + part.end())


def _paired(tokens: list[Token]) -> list[Token]:
    """The tokens with lone characters that have blanks between them as one name: 江　帆, 欧阳　帆, and 文　静 too."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        first, after = tokens[at], tokens[at + 1 : at + 5]
        if spread := _spread(tokens, at):
            whole = "".join(token.text for token in spread[::2])
            found.append(Token("name", whole, first.start, spread[-1].end))
            at += len(spread)
        elif len(after) > 1 and after[0].kind == "blank" and _is_pair(first, after[1], after[3:]):
            text = first.text + after[1].text
            word = known_words().get(text, NO_WORD)  # 摄　影
            found.append(Token("word" if word.kind else "name", text, first.start, after[1].end, word))
            at += 3
        else:
            found.append(first)
            at += 1
    return found


def _spread(tokens: list[Token], at: int) -> list[Token]:
    """The tokens from ``at`` on that are a longer name, each character apart and all as far: 欧 阳 青 禾, 江 一 帆.

    Four are one name where the first two are a surname, else two; beyond them is a wider blank, or none.
    """
    end = at + 1
    while [token.kind for token in tokens[end - 1 : end + 2]] == ["lone", "blank", "lone"] and (
        tokens[end].text == tokens[at + 1].text
    ):
        end += 2
    name = "".join(token.text for token in tokens[at:end:2])
    return tokens[at:end] if at + 3 < end < at + 8 and is_name(name) else []


def _is_pair(first: Token, second: Token, following: Sequence[Token]) -> bool:
    """Whether two words with blanks between them are one name; 文 is half of one where a character is left over."""
    is_surname = first.text in surnames("surname", "double-surname")
    if second.kind == "lone":
        left_over = not following or following[0].kind != "lone"
        return first.kind == "lone" or is_surname and (len(first.text) == 2 or left_over)
    is_word = len(second.text) == 1 and second.word.kind in WORK - {"camera"}
    return first.kind == "lone" and is_surname and is_word
