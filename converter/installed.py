"""What is said where a package that Banmian needs is not there: its source is run as it was cloned, say."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from converter.errors import MissingExtra


def to_install(*packages: str) -> str:
    """What is to be typed for the Python that runs here to have these packages, which may be one of pipx or of uv."""
    import shlex
    from importlib.util import find_spec

    python, named = shlex.quote(sys.executable), shlex.join(packages)
    way = (python, "-m pip install") if find_spec("pip") else ("uv pip install --python", python)
    return " ".join((*way, named))


@contextmanager
def all_installed() -> Iterator[None]:
    """Raises ``MissingExtra`` where code in here needs a package that is not installed, or that no zip can hold."""
    try:
        yield
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        if package in ("", "converter"):
            raise  # an error of ours
        raise MissingExtra(_advice(package)) from error


def _advice(package: str) -> str:
    """Why the package cannot be used, and what helps."""
    loader = getattr(sys.modules.get(package), "__loader__", None)
    if type(loader).__name__ == "zipimporter":
        return (
            f"the package {package} has parts in machine code, which Python loads from no zip: "
            "make the zip app of Banmian alone and install its packages, or let a tool unpack it, such as shiv"
        )
    return (
        f"Banmian needs the package {package}, which is not installed for {sys.executable}: "
        "install Banmian whole, as its README shows (python -m pip install . in a virtual environment)"
    )
