"""Schemas: the fields of an entity."""

from __future__ import annotations

import json
from typing import Any, Dict, Mapping, NamedTuple

from galena import _galena
from galena._values import DataLike


class Finding(NamedTuple):
    """A remark of a linter or verifier: the definition works, but a careful author would mend it."""

    code: str  #: closed identifier, such as ``"missing_purpose"``
    severity: str  #: ``"error"``, ``"warning"`` or ``"info"``
    pointer: str  #: JSON pointer into the definition
    message: str
    witness: str  #: JSON that shows it; may be empty


class Field(NamedTuple):
    """One field of a schema."""

    name: str
    type: str
    kind: str | None
    label: str
    help: str
    purpose: str
    required: bool
    max_length: int
    values: list[str]


def json_text(definition: object, what: str = "the definition") -> str:
    """A definition given as JSON text or as a dict, as JSON text."""
    if isinstance(definition, str):
        return definition
    if isinstance(definition, (bytes, bytearray)):
        return bytes(definition).decode("utf-8")
    if isinstance(definition, (Mapping, list)):
        return json.dumps(definition, ensure_ascii=False, default=_plain)
    raise TypeError(f"{what} must be JSON text or a dict, not {type(definition).__name__}")


def _plain(value: Any) -> Any:
    """Values that JSON does not know, in the form that galena reads."""
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "to_json"):
        return json.loads(value.to_json())
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)


class Schema(_galena.Schema):
    """The fields of an entity, each with type, label, help and purpose. Immutable.

    >>> schema = galena.Schema({"entity": "lead", "fields": [{"name": "country", "type": "text"}]})
    >>> schema.entity, [field.name for field in schema.fields]
    ('lead', ['country'])
    """

    def __init__(self, definition: str | Mapping[str, Any] | _galena.Schema) -> None:
        if not isinstance(definition, _galena.Schema):
            definition = _galena.Schema.from_json(json_text(definition, "a schema"))
        super().__init__(definition)

    @property
    def fields(self) -> list[Field]:
        """The fields, in order."""
        return [Field(**field) for field in self.describe_fields()]

    def lint(self) -> list[Finding]:
        """Fields without label, help or purpose, and the like."""
        return [Finding(*finding) for finding in self.findings()]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _galena.Schema) and self.hash == other.hash

    def __hash__(self) -> int:
        return hash(self.hash)

    def __repr__(self) -> str:
        return f"<galena.Schema {self.entity!r}: {len(self)} fields>"

    def _repr_html_(self) -> str:
        from galena import _html

        rows = [(f.name, f.type, f.label, f.help, f.purpose) for f in self.fields]
        return _html.table(("name", "type", "label", "help", "purpose"), rows, len(rows))


class MappedColumn(NamedTuple):
    """One column of a file, the field it is taken for, and why."""

    column: str
    field: str
    reason: str  #: given, name, label, kind, words, values or next_best
    text: str  #: the reason in English


class SuggestedMapping(Dict[str, str]):
    """Column -> field, with the reasons; what ``Table.conform`` takes."""

    #: one for each mapped column
    reasons: list[MappedColumn]
    #: columns for which there is no field
    unmapped: list[str]


def suggest_mapping(
    data: DataLike, schema: _galena.Schema, given: Mapping[str, str] | None = None
) -> SuggestedMapping:
    """Which column is which field of a schema, by headers and values; ``given`` wins.

    >>> galena.suggest_mapping({"E-Mail": ["a@x.org"]}, galena.schemas.lead())
    {'E-Mail': 'email'}
    """
    from galena._data import native_table

    if not isinstance(schema, _galena.Schema):
        raise TypeError(f"schema must be a galena.Schema, not {type(schema).__name__}")
    reasons, unmapped = _galena.suggest_mapping(
        native_table(data), schema, list((given or {}).items())
    )
    mapped = [MappedColumn(*each) for each in reasons]
    mapping = SuggestedMapping({each.column: each.field for each in mapped})
    mapping.reasons, mapping.unmapped = mapped, unmapped
    return mapping
