"""Several documents → one issue: pages in their order, a section each, stories whole, what is known of the issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from converter.model import Article, Block, Issue, Mark, Metadata, Run, Section
from converter.press.numbers import natural
from converter.press.pages import Key, page_key
from converter.structure.issue.jumps import join_jumps


def bind(issues: Sequence[Issue]) -> Issue:
    """The ``issues`` as one.

    They are put in the order of their dates and page numbers where all have a page number, in the natural order of
    their names where these differ in numbers alone, else left as they are given. Documents of the same page share a
    section. Stories that jump from page to page are joined. Pictures of the same name are told apart.
    """
    ordered = [_apart(issue, number) for number, issue in enumerate(_in_order([_paged(i) for i in issues]), 1)]
    sections = join_jumps(_sections(ordered))
    metadata = reduce(lambda known, issue: known.over(issue.metadata), ordered, Metadata())
    pages = len({section.page for section in sections if section.page})
    count = metadata.page_count or (str(pages) if pages > 1 else None)
    return Issue(
        sections,
        replace(metadata, page=None, page_name=None, page_count=count),
        _language(ordered),
        tuple(image for issue in ordered for image in issue.images),
        tuple(dict.fromkeys(warning for issue in ordered for warning in issue.warnings)),
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


def _apart(issue: Issue, number: int) -> Issue:
    """The issue with its number before the names of its pictures, and of the places that links lead to."""
    images = tuple((f"{number}/{name}", data) for name, data in issue.images)
    known = {name for name, _ in issue.images}

    def renamed(part: Block | Article) -> Block | Article:
        if isinstance(part, Article):
            return replace(part, parts=tuple(renamed(inner) for inner in part.parts))
        if not any(run.image or run.href or run.name for run in part.runs):
            return part
        return replace(part, runs=tuple(map(called, part.runs)))

    def called(run: Run) -> Run:
        image = f"{number}/{run.image}" if run.image in known else run.image
        href = f"#{number}-{run.href[1:]}" if run.href and run.href.startswith("#") else run.href
        name = f"{number}-{run.name}" if run.name and run.mark is not Mark.PAGE else run.name
        return replace(run, image=image, href=href, name=name)

    sections = tuple(
        replace(section, articles=tuple(replace(a, parts=tuple(map(renamed, a.parts))) for a in section.articles))
        for section in issue.sections
    )
    return replace(issue, images=images, sections=sections)
