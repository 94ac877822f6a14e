"""What every page that stands alone begins and ends with."""

from __future__ import annotations

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{head}</head>
<body>
{body}</body>
</html>
"""


def titled(language: str, title: str, head: str, skip: tuple[str, str], body: str) -> bytes:
    """A page as UTF-8: its language and title, both escaped, what else is in its head, and its body.

    ``skip`` is the id of its text and the words of the link that leads there, past what stands above (WCAG 2.2, 2.4.1).
    """
    place, words = skip
    way = f'<a class="skip" href="#{place}">{words}</a>\n'
    return PAGE.format(language=language, head=f"<title>{title}</title>\n{head}", body=way + body).encode()
