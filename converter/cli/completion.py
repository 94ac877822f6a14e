"""``banmian completion``: the shells' scripts."""

from __future__ import annotations

import click

from converter.cli.group import SHORT, main


@main.command(
    short_help=SHORT["completion"],
    epilog="""\b
Examples:
  banmian completion bash > ~/.local/share/bash-completion/completions/banmian
  banmian completion zsh > ~/.zfunc/_banmian
  banmian completion fish > ~/.config/fish/completions/banmian.fish
""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes Banmian's commands and options in SHELL."""
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None  # click has all three
    click.echo(complete(main, {}, "banmian", "_BANMIAN_COMPLETE").source())
