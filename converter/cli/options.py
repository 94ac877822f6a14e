"""The options that several commands share, and how their values are checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from converter.readers import READERS
from converter.writers.look import DEVICES, STYLES

PATH = click.Path(readable=False)  # whether it can be read is known when it is read


def complete_script(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The languages and OpenCC's configurations, for the shell; they are listed only when a user presses tab."""
    from converter.script import TARGETS, configurations

    return [name for name in (*TARGETS, *configurations()) if name.startswith(incomplete)]


def iso_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The date as ISO 8601 writes it: a day, or a year alone."""
    from converter.press.dates import as_iso

    if value and not (said := as_iso(value)):
        raise click.BadParameter(f"{value!r} is no date: write it as 2021-01-05, or the year alone")
    return value and said


def language_tag(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A tag that has the form of BCP 47's."""
    import re

    if value and not re.fullmatch("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", value):
        raise click.BadParameter(f"{value!r} is no language tag: write it as zh-Hans or zh-Hant-TW")
    return value


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how an input is read."""
    form = click.option("--from", "reader", type=click.Choice(list(READERS)), help="Format read, e.g. --from outline.")
    encoding = click.option("--encoding", metavar="NAME", help="Encoding of the text, e.g. --encoding gb18030.")
    language = click.option(
        "--language",
        metavar="TAG",
        callback=language_tag,
        help="Language of the text as read, e.g. --language zh-Hant.",
    )
    return form(encoding(language(command)))


def looks(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how the output looks and for whom it is made: the fields of ``Look``."""
    style = click.option(
        "--style",
        metavar="NAME|FILE",
        default="newspaper",
        help=f"{' or '.join(STYLES)}, or a CSS file over the first, e.g. --style book.",
    )
    vertical = click.option(
        "--vertical", is_flag=True, help="Lines from top to bottom, e.g. banmian convert page.txt --vertical."
    )
    cover = click.option("--cover", metavar="FILE", type=PATH, help="Picture for the cover, e.g. --cover front.jpg.")
    font = click.option(
        "--font", metavar="FILE", type=PATH, help="Font for the drawn cover's pixels, e.g. --font NotoSerifSC.otf."
    )
    embed = click.option(
        "--embed-font", metavar="FILE", type=PATH, help="Font that the book brings, e.g. --embed-font NotoSerifSC.otf."
    )
    device = click.option(
        "--for", "device", type=click.Choice(DEVICES), help="Readers with wants of their own, e.g. --for kobo."
    )
    certified = click.option(
        "--certified-by", metavar="NAME", help="Who has checked the book's accessibility, e.g. --certified-by 编校室."
    )
    url = click.option(
        "--url",
        metavar="ADDRESS",
        help="Where the page or site will be on the web, e.g. --url https://example.org/today/.",
    )
    return style(vertical(device(cover(font(embed(certified(url(command))))))))


def scripts(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how the script is changed."""
    options = (
        click.option(
            "--script",
            metavar="TARGET",
            shell_complete=complete_script,
            help="简⇄繁: zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK, or a way of OpenCC's, e.g. --script zh-Hant-TW.",
        ),
        click.option("--names", type=PATH, help="File of people's names to keep, one a line, e.g. --names names.txt."),
        click.option(
            "--glossary", type=PATH, help="File of terms, a tab and what each becomes, e.g. --glossary terms.tsv."
        ),
        click.option(
            "--quotes",
            type=click.Choice(["keep", "corner", "curly"]),
            help="Quotation marks: the text's, 「『』」 or “‘’”; else the target's own, e.g. --quotes corner.",
        ),
        click.option(
            "--punctuation",
            type=click.Choice(["keep", "full"]),
            default="keep",
            help="Full-width , ; : ! ? ( ) and whole … — between Han characters, e.g. --punctuation full.",
        ),
        click.option(
            "--report",
            is_flag=True,
            help="List on stderr what to look at after --script, e.g. --script zh-Hant-TW --report.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def wishes(said: dict[str, Any]) -> dict[str, Any]:
    """What ``scripts`` took out of what was said, as the pipeline's ``Options`` have it."""
    taken = {name: said.pop(name) for name in ("script", "quotes", "punctuation")}
    names, glossary, report = (said.pop(name) for name in ("names", "glossary", "report"))
    if names or glossary:
        from converter.script.glossary import read_glossary, read_names

        taken["names"] = read_names(names) if names else ()
        taken["glossary"] = tuple(read_glossary(glossary).items()) if glossary else ()
    if report:
        taken["report"] = lambda found: click.echo("\n".join(found.lines()), err=True)
    return taken
