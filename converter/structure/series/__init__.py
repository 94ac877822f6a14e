"""What the lines of a document show together: the titles of its divisions, its list of contents, its speakers.

Before the first reading what is sure is told of a line, as mark-up tells it: its role, what it opens, its depth. After
it the series whose members were read in several ways get the role that is likeliest for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Line, Opens, Role
from converter.structure.search.path import Reading
from converter.structure.series.contents import contents_of
from converter.structure.series.customs import below_titles_alone
from converter.structure.series.digests import digest, items, parts
from converter.structure.series.divisions import Divisions, articles_of, divisions_of, titles_of
from converter.structure.series.heads import head, is_title_of_whole
from converter.structure.series.labels import labels, other_labels
from converter.structure.series.letters import letters
from converter.structure.series.named import above_speech, among_speech, named
from converter.structure.series.runs import Run, is_title, likeliest, runs_of
from converter.structure.series.schemes import CHAPTER
from converter.structure.series.signers import below_titles, set_to_the_right
from converter.structure.series.speakers import speakers_of
from converter.structure.series.summaries import summary
from converter.structure.series.teasers import teasers
from converter.structure.series.telling import Told, free_of, paragraphs, tell


def divided(lines: list[Line]) -> Divisions:
    """Tell in ``lines`` what the whole of them shows; gives the divisions that were found."""
    listed = (place for place in contents_of(lines) if not (lines[place].level or lines[place].form))
    tell(lines, (Told(place, Role.COLUMN_NOTE) for place in listed))
    tell(lines, list(summary(lines)))
    tell(lines, list(teasers(lines, free_of(lines))))
    free = free_of(lines)
    divisions = divisions_of(lines, free)
    articles = articles_of(lines, free)
    tell(lines, titles_of(divisions, bool(articles)))
    tell(lines, paragraphs(articles))
    if divisions.tiers or articles:
        first = min(place for places in (*divisions.tiers.values(), articles) for place in places)
        tell(lines, head(lines, first, bool(articles)))
    speakers, spoken = speakers_of(lines, free_of(lines))
    tell(lines, paragraphs([*speakers, *spoken]))
    if speakers:
        tell(lines, list(above_speech(lines, speakers[0])))
        tell(lines, among_speech(lines, speakers[0], speakers[-1]))
    tell(lines, named(lines))
    tell(lines, list(letters(lines)))
    tell(lines, list(items(lines)))
    return divisions


def agreed(lines: Sequence[Line], readings: Sequence[Reading], divisions: Divisions) -> list[Line]:
    """The lines, the series whose members were read in several ways told to be of one role."""
    found = list(lines)
    tell(found, list(labels(found, readings)))
    free = free_of(found)
    runs = [*runs_of(found, free), *set_to_the_right(found, free)]
    runs += (Run(places, (Role.HEADLINE, Role.SUBHEAD)) for tier, places in divisions.tiers.items() if tier > CHAPTER)
    for run in runs:
        tell(found, list(_agreed(found, readings, run)))
    tell(found, below_titles(found, readings))
    tell(found, below_titles_alone(found, readings))
    tell(found, digest(found, readings))
    tell(found, parts(found, readings))
    tell(found, list(other_labels(found, readings)))
    return found


def _agreed(lines: Sequence[Line], readings: Sequence[Reading], run: Run) -> Iterator[Told]:
    """The role of a series' members, if it is to be told. Titles that begin right below the title of the whole stand
    under it."""
    titles = all(is_title(lines[place].text) for place in run.places)
    whole = run.places[0] == 1 and titles and is_title_of_whole(lines[0])
    if whole:
        run = run._replace(roles=tuple(role for role in run.roles if role not in _OF_A_WHOLE), sure=True)
    role = likeliest(run, readings)
    if role is None:
        return
    if whole and role is not Role.PARAGRAPH:
        yield Told(0, Role.HEADLINE, Opens.ARTICLE)
    opens = Opens.BLOCK if role is Role.PARAGRAPH else None
    yield from (Told(place, role, opens) for place in run.places if lines[place].role is None)


_OF_A_WHOLE = (Role.HEADLINE, Role.KICKER)
