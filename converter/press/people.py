"""Who is named in a line that names people (a byline, a credit, a note on who made a page), and what each of them did.

The line's words are read from left to right: a post says what those after it are, until the next; what is said of work
(文, 摄影) stands before names or behind them, as the marks beside it and the line's end tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from converter.press.naming import BEHIND, BODIES, GIVERS, NAMED, POSTS, REPORTS, WORK, Token, tokens_of
from converter.records import NamedTuple

AUTHOR, PHOTOGRAPHER, EDITOR, TRANSLATOR = "aut", "pht", "edt", "trl"
"""The terms of MARC's list of relators that a newspaper or a book needs."""

_ASIDE = BODIES - {"elsewhere"} | {"rank", "joiner"}
"""Kinds of words that say nothing of who is named."""

_NEITHER = _ASIDE | BODIES
_BETWEEN = {"blank", "list", "bullet", "open", "close"}


class Person(NamedTuple):
    """Someone whom a line names: ``line[start:end]`` is the name as it stands there, ``name`` has no blanks in it.

    ``roles`` are MARC relators: an author's where the line says nothing else, none for who did what no book tells, as a
    page's designer does. ``post`` is the word that says what he is or did (记者, 摄), empty where none does.
    """

    name: str
    roles: tuple[str, ...]
    post: str
    start: int
    end: int


LONGEST = 2000
"""Characters of a line that are read: none that names people is longer."""


@lru_cache(maxsize=1 << 12)  # a reporter signs many stories, and each is asked for in several places
def people_in(line: str) -> tuple[Person, ...]:
    """Everyone whom a line that names people names, in its order; a house or a department (编辑部) is no person."""
    main, *notes = _notes_apart(tokens_of(line[:LONGEST]))
    found = [*_Reading(main).people(), *(person for note in notes for person in _Reading(note, is_note=True).people())]
    return tuple(sorted(found, key=lambda person: person.start))


def has_author(line: str) -> bool:
    """Whether a line that names people names who wrote the text: （方圓　文　江帆　攝）."""
    return any(AUTHOR in person.roles for person in people_in(line))


def signer_of(line: str) -> str:
    """What signs a line that names nobody: a house, or a pen name unlike a name; nothing where only work is told,
    or whence the text is.
    """
    tokens = [token for token in tokens_of(line[:LONGEST]) if token.kind not in ("open", "close", "bullet")]
    if any(token.word.kind == "elsewhere" for token in tokens):
        return ""
    while len(tokens) > 1 and tokens[0].kind == "word" and (tokens[1].kind == "sign" or tokens[0].text.isascii()):
        tokens = tokens[2:]  # 作者：, By
    while tokens and (
        tokens[-1].kind in ("sign", "blank", "stop") or tokens[-1].word.kind in BEHIND | {"manner", "rubric"}
    ):
        tokens.pop()
    return "".join(token.text for token in tokens).strip()


def _notes_apart(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of the line itself, and those of each note in brackets behind a word of it: 江帆（海湾大学教授）.

    A note that says what someone did is of the line: 江帆（文）.
    """
    line: list[Token] = []
    notes: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if token.kind == "open" and (depth or any(one.kind not in _BETWEEN for one in line)):
            depth += 1
            notes += [[]] if depth == 1 else []
        elif token.kind == "close" and depth:
            depth -= 1
            if not depth and all(one.word.kind in WORK for one in notes[-1]):
                line += notes.pop()
        else:
            (notes[-1] if depth else line).append(token)
    return [line, *notes]


@dataclass(slots=True)
class _Found:
    """A person's name, with the post and with what is said of the work before and behind it."""

    token: Token
    post: Token | None
    before: list[Token]
    behind: list[Token] = field(default_factory=list)

    def person(self) -> Person:
        """Who that is, with the author's role where nothing is said of him."""
        said = [*([self.post] if self.post else []), *self.before, *self.behind]
        roles = dict.fromkeys(role for token in self._telling() for role in token.word.roles) if said else [AUTHOR]
        return Person(self.token.text, tuple(roles), said[0].text if said else "", self.token.start, self.token.end)

    def _telling(self) -> list[Token]:
        """What tells the roles: what was done, else a post; not that a report was made alone, or a picture given."""
        given = [token for token in self.behind if token.word.kind in GIVERS]
        work = [*self.before, *self.behind]
        if self.post and (given or all(token.word.kind in REPORTS for token in work)):
            return [self.post]
        return given or work


class _Reading:
    """The tokens of a line, read from left to right."""

    def __init__(self, tokens: list[Token], is_note: bool = False) -> None:
        self.tokens = tokens
        self.is_note = is_note
        self.found: list[_Found] = []
        self.post: Token | None = None
        self.work: list[Token] = []
        """What is said of the work of those who follow."""
        self.of_work = self.of_group = self.of_last = 0
        """Where in ``found`` begin those of ``work``, of the next word that stands behind names, and of the last."""
        self.told = self.signed = self.elsewhere = False
        """Whether a word says that names follow; a sign stands behind one; what follows is no person."""
        content = [
            token for token in tokens if token.kind in NAMED or token.kind == "word" and token.word.kind not in _NEITHER
        ]
        self.ends_in_name = bool(content) and content[-1].kind in NAMED
        self.only_names = not is_note and {token.kind for token in tokens} <= NAMED | _BETWEEN
        self.looks_so = "name" in {token.kind for token in tokens}

    def people(self) -> Iterator[Person]:
        """Everyone whom the line names."""
        for at, token in enumerate(self.tokens):
            if token.kind in ("name", "maybe"):
                if self._is_person(at):
                    self.found.append(_Found(token, self.post, self.work))
            elif token.kind == "word":
                self._read_word(at)
            elif token.kind == "sign":
                self.signed = at > 0 and self.tokens[at - 1].kind in NAMED
            elif token.kind not in _BETWEEN:
                self.told = False
        return (found.person() for found in self.found)

    def _is_person(self, at: int) -> bool:
        """Whether the name at ``at`` is a person's: by its looks, and by what stands before and behind it."""
        worked = self._behind(at, "sign") in WORK or self._behind(at, "blank") == "book"
        if self.elsewhere or self.is_note:
            return not self.elsewhere and (self.told or worked)
        if self.tokens[at].kind == "name":
            return not (self.signed and self._behind(at) in REPORTS)  # 江帆／江州报道
        if self._behind(at, "blank") in REPORTS:
            return self.told and self.tokens[at - 1].kind == "word"
        return worked or self.told and not self.signed or self._is_among_names(at)

    def _behind(self, at: int, across: str = "") -> str:
        """The kind of the word that stands behind the name at ``at``, with nothing or a mark ``across`` between."""
        beside = self.tokens[at + 1 : at + 3]
        if len(beside) > 1 and beside[0].kind == across:
            return beside[1].word.kind
        return beside[0].word.kind if beside else ""

    def _is_among_names(self, at: int) -> bool:
        """Whether the line is nothing but names; two characters beside what looks like one are a place: 青屿 江一帆."""
        return self.only_names and not (self.looks_so and len(self.tokens[at].text) == 2)

    def _read_word(self, at: int) -> None:
        """Take note of what a word says of the names before or after it."""
        token = self.tokens[at]
        kind = token.word.kind
        self.signed = False
        if kind in ("rank", "joiner") or kind in POSTS:
            self.told, self.elsewhere = True, False
            self.post = token if kind not in _ASIDE else self.post
        elif kind in _ASIDE or kind == "elsewhere":
            self.told = self.told and kind in ("place", "city")
            self.elsewhere = kind == "elsewhere" or self.elsewhere
        elif self._leads(at):
            self.work = [*self.work, token] if self.of_work == len(self.found) else [token]
            self.of_work, self.post = len(self.found), None
            self.told, self.elsewhere = True, False
        else:
            self._say_behind(token)

    def _say_behind(self, token: Token) -> None:
        """Say of the names behind which ``token`` stands what they did; who gave a picture (提供) did not take it."""
        if self.of_group < len(self.found):
            self.of_last, self.of_group = self.of_group, len(self.found)
        for found in self.found[self.of_last :]:
            if not found.before or token.word.kind in GIVERS:
                found.behind.append(token)
        self.work, self.told, self.elsewhere = [], False, False

    def _leads(self, at: int) -> bool:
        """Whether the work at ``at`` is that of the names after it: the mark beside it tells, else the line's end."""
        word = self.tokens[at].word
        before, after = self.tokens[max(0, at - 3) : at][::-1], self.tokens[at + 1 : at + 4]
        is_colon = after[:1] != [] and after[0].text in "：:︰"
        leads, follows = self._is_beside(after), self._is_beside(before)
        if word.where != "either":
            return word.where == "before" or leads and is_colon and self.of_group == len(self.found)
        if leads == follows or follows and self.work:
            return leads and is_colon or self.ends_in_name
        return leads

    def _is_beside(self, tokens: list[Token]) -> bool:
        """Whether the first of ``tokens`` is a name or a post, or a sign and one the next."""
        names = [
            token for token in tokens if token.kind not in ("sign", "blank", "house") and token.word.kind not in _ASIDE
        ]
        return bool(names) and tokens[0].kind != "blank" and (names[0].kind in NAMED or names[0].word.kind in POSTS)
