"""The command, run in the tests' own process."""

from pathlib import Path

from click.testing import CliRunner, Result

from converter.cli import main

PAGE = """第05版 要闻

跨江大桥昨日正式通车

本报记者 林晓

    两岸的居民昨天走上大桥，老人和孩子走在最前面，大家都说这一天等了很久。

    大桥全长两千米，是两岸之间的第一座桥，往后过江只要五分钟。
"""


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """What ``banmian`` with these arguments does."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="banmian", input=stdin)
