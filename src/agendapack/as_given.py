"""Parameters of commands that need no conversion are taken as they were given.

A typer that converts with pydantic (0.29 does) loads it for every parameter, even for one that was left out. That takes longer
than all the rest of answering from a saved record. With any other typer nothing changes.
"""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typer.core import TyperCommand as Base
else:
    Base = object


class AsGiven(Base):
    """Mixed into a command or a group of commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As every command does it."""
        for param in self.get_params(ctx):
            if not param.required:
                vars(param)["process_value"] = partial(_processed, param)
        return super().parse_args(ctx, args)


def _processed(param: Any, ctx: Any, value: Any) -> Any:
    annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    made, whole = _converted(annotation, value)
    if not whole:
        return type(param).process_value(param, ctx, value)
    return param.callback(ctx, param, made) if param.callback else made


def _converted(annotation: Any, value: Any) -> tuple[Any, bool]:
    """A value as the parameter's type has it, and whether that could be told without the converter."""
    if annotation is None:
        return value, False
    if value is None:
        return None, True
    if annotation is str:
        return value, isinstance(value, str)
    if annotation == list[str]:
        return list(value), isinstance(value, tuple | list) and all(isinstance(each, str) for each in value)
    if isinstance(annotation, type) and issubclass(annotation, Enum) and value in {each.value for each in annotation}:
        return annotation(value), True
    return value, False
