"""Banmian: the text of Chinese newspaper pages and other documents, made into well-set e-books::

    import converter
    converter.convert("page.txt", "page.epub", script="zh-Hant-TW")

``convert`` is the whole road; ``read``, ``detect`` and ``write`` are its steps. Nothing here prints or keeps state, so
all of it may be called from threads. What goes wrong is a ``ConverterError`` whose message says what to do.
"""

# Type checkers take it for true; to import typing would cost more than all that is here.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from converter.each import Loaded, load_all
    from converter.errors import (
        ConverterError,
        MissingExtra,
        UndecodableText,
        UnfitArgument,
        UnfitCorrection,
        UnknownFormat,
        UnknownScript,
        UnreadableInput,
        UnwritableOutput,
    )
    from converter.functions import configurations, convert, convert_script, gold_row, structure_json, text
    from converter.model import (
        Article,
        Block,
        Box,
        Document,
        Form,
        Issue,
        Kind,
        Line,
        Mark,
        Metadata,
        Opens,
        Pin,
        Role,
        Run,
        Section,
        Sheet,
        Source,
    )
    from converter.options import Look, Options, Script
    from converter.output import Converted
    from converter.pipeline import detect, load, read, write

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Block",
    "Box",
    "ConverterError",
    "Converted",
    "Document",
    "Form",
    "Issue",
    "Kind",
    "Line",
    "Loaded",
    "Look",
    "Mark",
    "Metadata",
    "MissingExtra",
    "Opens",
    "Options",
    "Pin",
    "Role",
    "Run",
    "Script",
    "Section",
    "Sheet",
    "Source",
    "UndecodableText",
    "UnfitArgument",
    "UnfitCorrection",
    "UnknownFormat",
    "UnknownScript",
    "UnreadableInput",
    "UnwritableOutput",
    "__version__",
    "configurations",
    "convert",
    "convert_script",
    "detect",
    "gold_row",
    "load",
    "load_all",
    "read",
    "structure_json",
    "text",
    "write",
]

_NAMES = {
    # module: the public names that it has
    "each": "Loaded load_all",
    "errors": "ConverterError MissingExtra UndecodableText UnfitArgument UnfitCorrection UnknownFormat UnknownScript "
    "UnreadableInput UnwritableOutput",
    "functions": "configurations convert convert_script gold_row structure_json text",
    "model": "Article Block Box Document Form Issue Kind Line Mark Metadata Opens Pin Role Run Section Sheet Source",
    "options": "Look Options Script",
    "output": "Converted",
    "pipeline": "detect load read write",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

if not TYPE_CHECKING:  # else a type checker would let pass every name that is misspelt

    def __getattr__(name: str) -> object:
        """A public name, whose module is loaded when it is first asked for."""
        if name not in _HOMES:
            raise AttributeError(f"module 'converter' has no attribute {name!r}")
        from importlib import import_module

        found = globals()[name] = getattr(import_module(f"converter.{_HOMES[name]}"), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
