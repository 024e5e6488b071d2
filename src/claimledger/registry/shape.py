"""Plain data to the types of `model`, with every misfit reported on its own line.

The fast path is one call into msgspec. Only where it refuses is the value walked, field by field, to name all
that is wrong instead of the first of it.
"""

import difflib
import re
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from claimledger.model import END
from claimledger.registry.parse import Fault, Map, Seq, line_of

T = TypeVar("T", bound=msgspec.Struct)


def shape(node: Map, kind: type[T], name: str, faults: list[Fault]) -> T | None:
    """`node` as `kind`, or None with its faults appended."""
    try:
        return msgspec.convert(node, kind)
    except msgspec.ValidationError:
        before = len(faults)
        _struct(node, kind, name, faults)
        if len(faults) == before:
            raise
        return None


def _struct(node: Map, kind: type[msgspec.Struct], name: str, faults: list[Fault]) -> None:
    fields = {field.encode_name: field for field in inspect.type_info(kind).fields}  # type: ignore[attr-defined]
    for key in node:
        if key not in fields:
            near = difflib.get_close_matches(key, fields, 1)
            mend = f"did you mean {near[0]!r}?" if near else f"the keys here are {', '.join(fields)}"
            faults.append(Fault(name, line_of(node, key), f"unknown key {key!r}; {mend}"))
    for key, field in fields.items():
        if key in node:
            _value(node[key], field.type, name, key, line_of(node, key), faults)
        elif field.required:
            faults.append(Fault(name, node.line, f"key {key!r} is missing; add it"))


def _value(value: Any, kind: Any, name: str, label: str, line: int, faults: list[Fault]) -> None:
    kind = _bare(kind)
    options = tuple(map(_bare, kind.types)) if isinstance(kind, inspect.UnionType) else (kind,)
    for option in options:
        if isinstance(option, inspect.StructType) and isinstance(value, Map):
            return _struct(value, option.cls, name, faults)
        if isinstance(option, inspect.ListType) and isinstance(value, Seq):
            for index, item in enumerate(value):
                _value(item, option.item_type, name, f"{label}[{index}]", line_of(value, index), faults)
            _length(value, option, name, label, line, faults)
            return None
        if isinstance(option, inspect.DictType) and isinstance(value, Map):
            for key, item in value.items():
                at = line_of(value, key)
                _value(key, option.key_type, name, f"key of {label}", at, faults)
                _value(item, option.value_type, name, f"{label}.{key}", at, faults)
            return None
    return _scalar(value, options, name, label, line, faults)


def _bare(kind: Any) -> Any:
    """A type without the description that is wrapped around it."""
    return kind.type if isinstance(kind, inspect.Metadata) else kind


def _length(value: Seq, option: inspect.ListType, name: str, label: str, line: int, faults: list[Fault]) -> None:
    if option.min_length and len(value) < option.min_length:
        faults.append(Fault(name, line, f"{label} is empty; give at least {option.min_length}"))


def _scalar(value: Any, options: tuple[Any, ...], name: str, label: str, line: int, faults: list[Fault]) -> None:
    wanted = [_wanted(option) for option in options]
    if not any(_fits(value, option) for option in options):
        mend = " or ".join(filter(None, wanted))
        hint = " (quote it as it is written)" if isinstance(value, int | float) and "text" in mend else ""
        faults.append(Fault(name, line, f"{label} is {_show(value)}; it has to be {mend}{hint}"))


def _fits(value: Any, option: Any) -> bool:
    match option:
        case inspect.AnyType():
            return True
        case inspect.NoneType():
            return value is None
        case inspect.EnumType():
            return value in [member.value for member in option.cls]
        case inspect.StrType():
            return isinstance(value, str) and _matches(value, option)
        case inspect.IntType():
            return isinstance(value, int) and not isinstance(value, bool) and (option.ge is None or value >= option.ge)
        case _:
            return False


def _matches(value: str, option: inspect.StrType) -> bool:
    return not (
        (option.pattern and not re.search(option.pattern, value))
        or len(value) < (option.min_length or 0)
        or len(value) > (option.max_length or len(value))
    )


def _wanted(option: Any) -> str:
    match option:
        case inspect.EnumType():
            return "one of " + ", ".join(member.value for member in option.cls)
        case inspect.StrType():
            return f"text matching {option.pattern.replace(END, '$')}" if option.pattern else "text"
        case inspect.IntType():
            return "an integer" + (f" of at least {option.ge}" if option.ge is not None else "")
        case inspect.StructType():
            return "a mapping with " + ", ".join(field.encode_name for field in inspect.type_info(option.cls).fields)  # type: ignore[attr-defined]
        case inspect.ListType():
            return "a list"
        case inspect.DictType():
            return "a mapping"
        case _:
            return ""


def _show(value: Any) -> str:
    text = "empty" if value is None or value == "" else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
