"""The structure JSON as plain values, for reader and writer alike: ``docs/structure-json.md`` defines it."""

from converter.exchange.put import SCHEMA, members, records, to_dict
from converter.exchange.take import from_dict

__all__ = ["SCHEMA", "from_dict", "members", "records", "to_dict"]
