"""How a decorator gives a command more options than its own; which ones is options.py's."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

Function = Callable[..., Any]
Group = dict[str, tuple[Any, Any]]
"""Annotation and default of each option, by the name of its parameter, in the order of the help."""
FILLED = ("fmt", "filters", "where", "choice", "request", "told", "names", "web")
"""Parameters that the decorators fill; no options of their own."""


def with_options(
    function: Function, group: Group, apply: Callable[[dict[str, Any]], dict[str, Any]]
) -> Function:
    """A function with more parameters, which `apply` turns into those that the wrapped one
    takes."""
    hints = get_type_hints(function, include_extras=True)
    parameters = [
        _keyword(p).replace(annotation=hints.get(name, p.annotation))
        for name, p in inspect.signature(function).parameters.items()
        if name not in FILLED
    ]
    parameters += [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
        )
        for name, (annotation, default) in group.items()
    ]

    def wrapper(**values: Any) -> Any:
        of_group = {name: values.pop(name) for name in group if name in values}
        return function(**values, **apply(of_group))

    wrapper.__name__, wrapper.__doc__ = function.__name__, function.__doc__
    wrapper.__signature__ = inspect.Signature([_keyword(p) for p in parameters])  # type: ignore[attr-defined]
    wrapper.wants_where = wants_where(function)  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in parameters}
    return wrapper


def wants_where(function: Function) -> bool:
    """Whether a command, however often it is wrapped, takes the value of --store."""
    takes_where = "where" in inspect.signature(function).parameters
    return bool(getattr(function, "wants_where", takes_where))


def _keyword(parameter: inspect.Parameter) -> inspect.Parameter:
    return parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
