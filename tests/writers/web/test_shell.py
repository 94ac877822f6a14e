"""A page that stands alone."""

from converter.writers.web.shell import titled


def test_a_titled_page() -> None:
    """The language, the title before all else that the head says, and a way past what stands above the text."""
    made = titled("zh-Hant", "渡口", "<style></style>", ("text", "跳到正文"), '<main id="text">\n</main>\n').decode()
    assert made == (
        '<!DOCTYPE html>\n<html lang="zh-Hant">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<title>渡口</title>\n<style></style></head>\n<body>\n'
        '<a class="skip" href="#text">跳到正文</a>\n<main id="text">\n</main>\n</body>\n</html>\n'
    )
