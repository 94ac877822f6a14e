"""Recognised text of a scan, as ALTO, PAGE XML and hOCR have it → ``Source``: lines with boxes, read as a PDF's are.

A format's own file makes ``Scan``s of its pages; what they mean is settled here. Where a page says in which order its
regions are read, that order is kept; else ``converter/layout`` finds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby, islice
from statistics import fmean, median

from converter.errors import UnreadableInput
from converter.layout import Story, Strip, Surface, bounded, put_pictures, read
from converter.layout.blocks import HEADLINE, placed
from converter.layout.columns import Column, body_size
from converter.layout.order import page_order
from converter.layout.surface import shared
from converter.left_out import told
from converter.model import Box, Metadata, Opens, Role, Sheet, Source, around
from converter.readers.leaves import Crop, Leaf, crops_of, images_of, lines_of
from converter.readers.margins import folio_of, number_of
from converter.readers.recognised.captions import captioned
from converter.readers.recognised.continued import whole
from converter.readers.recognised.pictures import sentences
from converter.readers.recognised.regions import INSIDE, ROLES, Lack, Region, Scan
from converter.readers.recognised.turned import straight, turned_back

ALIKE = 0.15  # by how much of its size type differs whose boxes were drawn round its ink

_APART = (Role.CAPTION, Role.CREDIT, Role.FOLIO, Role.FURNITURE)
"""What begins no article."""

NO_TEXT = "no line of the recognised pages has text: recognize the scan (OCR) anew"


def source_of(
    scans: Iterable[Scan], left: Counter[str], metadata: Metadata = Metadata(), missing: str = NO_TEXT
) -> Source:
    """The ``Source`` of pages, which are taken one at a time; ``left`` counts the characters that were left out, by
    cause.

    Raises ``UnreadableInput`` with the sentence ``missing`` where they have no text.
    """
    sheets: list[Sheet] = []
    crops: list[Crop] = []
    lacking: Counter[tuple[Lack, str]] = Counter()
    counts: Counter[str] = Counter()

    def pages() -> Iterator[list[Leaf]]:
        for number, scan in enumerate(map(straight, scans), 1):
            leaves = leaves_of(scan, number)
            found = [*chain.from_iterable(leaf.crops for leaf in leaves)]
            sheets.append(Sheet(number, round(scan.width, 2), round(scan.height, 2)))
            crops.extend(found)
            if scan.crop:
                counts["picture(s) of less than a centimetre"] += len(scan.pictures) - len(found)
            else:
                lacking[scan.lack] += len(scan.pictures)
            yield leaves

    leaves = pages()
    first = [*islice(leaves, 2)]
    lines = lines_of(whole(chain.from_iterable(chain(first, leaves))), counts, len(first) > 1)
    if not lines.lines:
        raise UnreadableInput(missing)
    warnings = [f"left out {count} {what}" for what, count in counts.items() if count] + [*sentences(lacking)]
    source = lines.source(metadata, images_of(crops), [*warnings, *told(left)])
    return replace(source, sheets=tuple(sheets))


def leaves_of(scan: Scan, number: int) -> list[Leaf]:
    """A page's stories, those of each article that it names by themselves, and what it says that its lines are."""
    strips = list(chain.from_iterable(region.strips for region in scan.regions))
    _turn_single(strips)
    _level_sizes(strips)
    said, kept = number_of(strips, scan.height)
    head, kept, foot = ([], kept, []) if _is_told(scan) else folio_of(kept, scan.height)
    parts, opens = _stories(scan if len(kept) == len(strips) else _without_others(scan, kept))
    roles = {id(s): ROLES[region.kind] for region in scan.regions if region.kind in ROLES for s in region.strips}
    crops = crops_of(number, chain.from_iterable(parts.values()), scan.crop) if scan.crop else []
    leaves = [Leaf(number, scan.height, stories, None, [], roles, opens, name) for name, stories in parts.items()]
    leaves[0].stories[:0], leaves[-1].stories[len(leaves[-1].stories) :] = head, foot
    leaves[0].says, leaves[0].crops = said, crops
    return leaves


def _is_told(scan: Scan) -> bool:
    """Whether a page says what its regions are, of which article, or in which order they are read."""
    return scan.ordered or any(region.article or region.kind for region in scan.regions)


def _without_others(scan: Scan, kept: Iterable[Strip]) -> Scan:
    """The page with those lines alone."""
    known = set(map(id, kept))
    return replace(scan, regions=[replace(r, strips=[s for s in r.strips if id(s) in known]) for r in scan.regions])


def _stories(scan: Scan) -> tuple[dict[str, list[Story]], dict[int, Opens]]:
    """The stories of a page in order, those of each article that it names together; what their lines open, by the
    ``id`` of their strips."""
    found: dict[str, list[Story]] = {}
    opens: dict[int, Opens] = {}
    for part in _articles(captioned(scan)):
        stories = [*_stated(part)] if _is_stated(part) else _turned_apart(part)
        name = part.regions[0].article if part.regions else ""
        if name:
            opens |= _openings(stories, part)
        found[name] = stories
    return found if scan.ordered else _in_order(scan, found), opens


def _is_stated(part: Scan) -> bool:
    """Whether the order of an article's regions is said, by the page or by the file of its issue; that of blocks among
    which no heading is told is the layout's."""
    headed = any(region.is_heading or region.kind == INSIDE for region in part.regions)
    said = headed and all(region.place is not None for region in part.regions)
    if said and not part.ordered:
        part.regions = sorted(part.regions, key=lambda region: region.place or 0)
    return part.ordered or said


def _in_order(scan: Scan, parts: Mapping[str, list[Story]]) -> dict[str, list[Story]]:
    """The stories of articles by their names, in the order in which these stand on the page."""
    upright = sum(len(s.text) * (1 if s.upright else -1) for region in scan.regions for s in region.strips) > 0
    names = [name for name, stories in parts.items() if stories] or [""]
    boxes = [around(story.box for story in parts[name]) for name in names] if len(names) > 1 else []
    return {names[place]: parts[names[place]] for place in page_order(boxes, upright)} if boxes else dict(parts)


def _articles(scan: Scan) -> Iterator[Scan]:
    """The regions of each article, from that whose first region comes first, with the pictures that lie among them; of
    none, the page's that it lies in."""
    parts: dict[str, list[Region]] = {}
    for region in (region for region in scan.regions if region.strips):
        parts.setdefault(region.article, []).append(region)
    boxes = [around(strip.box for region in regions for strip in region.strips) for regions in parts.values()]
    places = [_nearest(picture, boxes) for picture in scan.pictures] if len(parts) > 1 else [0] * len(scan.pictures)
    for number, regions in enumerate(parts.values() or [[]]):
        some = [picture for picture, place in zip(scan.pictures, places, strict=True) if place == number]
        yield replace(scan, regions=regions, pictures=some)


def _nearest(picture: Box, boxes: Sequence[Box]) -> int:
    """The place of the box that a picture lies in, the smallest of several, else of the one that is nearest."""

    def apart(place: int) -> tuple[float, float]:
        box = boxes[place]
        across, down = box.left - picture.right, box.top - picture.bottom
        across, down = max(across, picture.left - box.right, 0.0), max(down, picture.top - box.bottom, 0.0)
        return across + down, (box.right - box.left) * (box.bottom - box.top)

    return min(range(len(boxes)), key=apart)


def _openings(stories: Sequence[Story], part: Scan) -> dict[int, Opens]:
    """The first line of an article opens it, no other heading does."""
    apart = {id(s) for region in part.regions if ROLES.get(region.kind) in _APART for s in region.strips}
    lines = [line for story in stories if not story.picture for line in story.lines if id(line.strip) not in apart]
    opens = {id(line.strip): Opens.BLOCK for line in lines if line.level}
    return opens | {id(line.strip): Opens.ARTICLE for line in lines[:1]}


def _turned_apart(scan: Scan) -> list[Story]:
    """The stories of a page in the order that the layout finds. Lines that stand turned on it are read alone, and come
    last."""
    stories: list[Story] = []
    for number, turned in enumerate(sorted({region.turned for region in scan.regions} or {0})):
        some = [region for region in scan.regions if region.turned == turned]
        stories += _held(replace(scan, regions=some, pictures=[] if number else scan.pictures), _found)
    return stories


def _held(scan: Scan, reader: Callable[[Scan], list[Story]]) -> list[Story]:
    """What a reader makes of regions that are turned alike, as the page is held to read them."""
    turned = scan.regions[0].turned if scan.regions else 0
    page = straight(scan)
    stories = reader(page)
    turned_back(page, turned, stories)
    return stories


def _found(scan: Scan) -> list[Story]:
    """The stories in the order that the layout finds, headings with the level that the page gives them."""
    strips = [*chain.from_iterable(region.strips for region in scan.regions if not region.picture)]
    stories = read(Surface(scan.width, scan.height, [], strips, scan.rules, scan.frames, scan.pictures))
    put_pictures(stories, [(region.picture, region.strips) for region in scan.regions if region.picture])
    headings = {id(s) for region in scan.regions if region.is_heading for s in region.strips}
    for line in chain.from_iterable(story.lines for story in stories):
        if id(line.strip) in headings:
            line.level = HEADLINE
    return stories


def _stated(scan: Scan) -> Iterator[Story]:
    """The stories in the order that the page states. Regions of text in a row go on with each other as columns do."""
    for (kind, _, _), some in groupby(scan.regions, lambda r: (r.kind if _is_named(r) else "", _way(r), r.turned)):
        for regions in [[region] for region in some] if kind else [list(some)]:
            yield from _held(replace(scan, regions=regions, pictures=[]), _in_a_row)
    yield from (Story(picture=picture) for picture in scan.pictures)


def _in_a_row(scan: Scan) -> list[Story]:
    """Regions that go on with each other, as one story."""
    regions = scan.regions
    body = body_size(chain.from_iterable(region.strips for region in regions))
    columns = [Column(region.strips) for region in regions]
    lines = placed(columns, None, body)
    for line in lines if regions[0].is_heading else ():
        line.level, line.opens = HEADLINE, line is lines[0]
    return [bounded(Story(lines, picture=regions[0].picture), columns, _is_named(regions[0]))]


def _is_named(region: Region) -> bool:
    return region.is_heading or region.kind in ROLES


def _way(region: Region) -> bool:
    return region.strips[0].upright


def _turn_single(strips: list[Strip]) -> None:
    """Let lines of one character run as most of the page does: their shape tells nothing."""
    upright = sum(len(s.text) for s in strips if s.upright) * 2 > sum(len(s.text) for s in strips)
    for strip in strips:
        if upright and len(strip.text) == 1:
            strip.upright = True
            strip.size = max(strip.size, strip.box.right - strip.box.left)
            strip.__post_init__()


def _level_sizes(strips: Sequence[Strip]) -> None:
    """Give lines of one type one size: a box round the ink is as high as its characters happen to be."""
    types = _types(sorted(strips, key=lambda strip: strip.size))
    for group in [*types, *_stacked(chain.from_iterable(types[1:]))]:  # the text's comes first
        size = fmean(strip.size for strip in group)
        for strip in group:
            strip.size = size


def _stacked(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Lines that stand right below one another and are nearly of one size, as those of a headline are: types of much
    the same size may be taken for others."""
    run: list[Strip] = []
    for strip in sorted(strips, key=lambda strip: (strip.upright, strip.before)):
        if run and not _is_stacked(run[-1], strip):
            yield run
            run = []
        run.append(strip)
    if run:
        yield run


def _is_stacked(above: Strip, strip: Strip) -> bool:
    small, large = sorted((above.size, strip.size))
    near = strip.before - above.after < 0.5 * small and shared(above.start, above.end, strip.start, strip.end) > 0
    return above.upright == strip.upright and near and large < small * (1 + ALIKE)


def _types(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The lines of one type each, from those in the order of their sizes: the text's, and others that are alike."""
    if not strips:
        return []
    middle = median([strip.size for strip in strips for _ in strip.text])
    groups: list[list[Strip]] = [[strip for strip in strips if abs(strip.size - middle) <= ALIKE * middle]]
    begun: list[Strip] = []
    for strip in (strip for strip in strips if abs(strip.size - middle) > ALIKE * middle):
        if not begun or strip.size > begun[0].size * (1 + 2 * ALIKE) or begun[0].size < middle < strip.size:
            begun = []
            groups.append(begun)
        begun.append(strip)
    return [group for group in groups if group]
