"""Several documents → one issue: pages in their order, a section each, stories whole, what is known of the issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.edit import map_blocks
from converter.left_out import together
from converter.model import Block, Document, Issue, Mark, Run, Section
from converter.press.numbers import natural
from converter.press.pages import Key, page_key
from converter.structure.issue.agree import agreed
from converter.structure.issue.jumps import join_jumps


def bind(issues: Sequence[Issue]) -> Issue:
    """The ``issues`` as one.

    They are put in the order of their dates and page numbers where all have a page number, in the natural order of
    their names where these differ in numbers alone, else left as they are given. Documents of the same page share a
    section. Stories that jump from page to page are joined. Pictures of the same name are told apart.
    """
    ordered = list(_apart(_in_order([_paged(issue) for issue in issues])))
    sections = join_jumps(_sections(ordered))
    metadata = agreed(ordered)
    pages = len({section.page for section in sections if section.page})
    count = metadata.page_count or (str(pages) if pages > 1 else None)
    return Issue(
        sections,
        replace(metadata, page=None, page_name=None, page_count=count),
        _language(ordered),
        tuple(image for issue in ordered for image in issue.images),
        together(warning for issue in ordered for warning in issue.warnings),
        documents=tuple(document for issue in ordered for document in issue.documents),
    )


def _paged(issue: Issue) -> Issue:
    """The issue, its only section called as the metadata call the page, where the text doesn't."""
    data = issue.metadata
    if len(issue.sections) != 1 or issue.sections[0].page or not data.page:
        return issue
    return replace(issue, sections=(replace(issue.sections[0], page=data.page, name=data.page_name),))


def _in_order(issues: Sequence[Issue]) -> list[Issue]:
    keys = [_place(issue) for issue in issues]
    if all(keys):
        return [issue for _, issue in sorted(zip(keys, issues, strict=True), key=lambda pair: pair[0] or ("", ("", 0)))]
    names = [issue.metadata.source or "" for issue in issues]
    alike = len({re.sub(r"\d+", "0", name) for name in names}) == 1
    return sorted(issues, key=lambda issue: natural(issue.metadata.source or "")) if alike else list(issues)


def _place(issue: Issue) -> tuple[str, Key] | None:
    """The date and the first page number of a document; None where it has no page number."""
    key = next((key for section in issue.sections if (key := page_key(section.page))), None)
    return (issue.metadata.date or "", key) if key else None


def _sections(issues: Sequence[Issue]) -> list[Section]:
    """The sections of all; one that goes on with the page above is part of it."""
    sections: list[Section] = []
    above: tuple[str | None, Key | None] = None, None
    for issue in issues:
        for section in issue.sections:
            here = issue.metadata.date, page_key(section.page)
            if here[1] and here == above:
                last = sections[-1]
                articles = last.articles + section.articles
                sections[-1] = replace(last, articles=articles, name=last.name or section.name)
            else:
                sections.append(section)
            above = here
    return sections


def _language(issues: Sequence[Issue]) -> str:
    """The language of most of the text."""
    amounts: Counter[str] = Counter()
    for issue in issues:
        amounts[issue.language] += sum(len(block.text) for block in issue.blocks())
    return amounts.most_common(1)[0][0]


def _apart(issues: Sequence[Issue]) -> Iterator[Issue]:
    """The issues with their spans one after another, a line's end between two, and their pictures told apart."""
    start = 0
    for number, issue in enumerate(issues, 1):
        yield _numbered(issue, number, start)
        ends = [one.start + len(one.text or "") for one in issue.documents]
        ends += [end for block in issue.blocks() for _, end in block.origin]
        start += max(ends, default=0) + 1


def _numbered(issue: Issue, number: int, start: int) -> Issue:
    """The issue with its spans counted from ``start``, and its number before the names of pictures and of places that
    links lead to.

    What stands nowhere in the text has an empty span, which tells the document.
    """
    known = {name for name, _ in issue.images}

    def moved(block: Block) -> Block:
        origin = tuple([(first + start, last + start) for first, last in block.origin]) or ((start, start),)
        named = any(run.image or run.href or run.name for run in block.runs)
        return replace(block, origin=origin, runs=tuple(map(called, block.runs)) if named else block.runs)

    def called(run: Run) -> Run:
        href = f"#{number}-{run.href[1:]}" if run.href and run.href.startswith("#") else run.href
        name = f"{number}-{run.name}" if run.name and run.mark not in (Mark.PAGE, Mark.SPAN) else run.name
        return replace(run, image=picture(run.image), href=href, name=name)

    def picture(name: str | None) -> str | None:
        return f"{number}/{name}" if name in known else name

    def placed(document: Document) -> Document:
        sheets = tuple(replace(sheet, image=picture(sheet.image)) for sheet in document.sheets)
        return replace(document, start=document.start + start, sheets=sheets)

    documents = issue.documents or (Document(name=issue.metadata.source),)
    images = tuple((f"{number}/{name}", data) for name, data in issue.images)
    return replace(map_blocks(issue, moved), images=images, documents=tuple(map(placed, documents)))
