"""The program: ``banmian``, and ``python -m converter``."""

import sys

from converter import __version__


def start() -> None:
    """Run the command; its version, which installers and scripts ask for, is told before click is loaded."""
    if sys.argv[1:] == ["--version"]:
        try:
            print(f"banmian {__version__}", flush=True)
            return
        except OSError:
            pass  # a full or closed stream: the command knows what to say of it
    from converter.cli import main

    main(prog_name="banmian")


if __name__ == "__main__":
    start()
