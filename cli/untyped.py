"""Values that nobody typed are taken as they stand: to check any value Typer loads pydantic and sets up a check for
each option, which takes longer than to open a store."""

from __future__ import annotations

from typing import Any


def take_as_it_is(parameter: Any) -> Any:
    """The same parameter, whose default is not checked; nothing happens to one that has to be given."""
    if parameter is None or parameter.required or hasattr(parameter, "untyped"):
        return parameter
    checked, callback = parameter.process_value, parameter.callback
    nothing = () if parameter.multiple or parameter.nargs == -1 else None

    def value_of(ctx: Any, value: Any) -> Any:
        if value is not None and value is not parameter.default:
            return checked(ctx, value)
        taken = nothing if value is None else value
        return taken if callback is None else callback(ctx, parameter, taken)

    parameter.process_value, parameter.untyped = value_of, True
    return parameter
