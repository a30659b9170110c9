"""When the browser looks for garbage: while nobody types."""

from __future__ import annotations

import gc

import pytest

from cli.browse import pace
from cli.browse.pace import REST, Rest


def test_garbage_is_searched_once_in_a_rest_and_never_between_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    now, found = [100.0], list[float]()
    monkeypatch.setattr(pace.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(gc, "collect", lambda: found.append(now[0]))
    rest = Rest()
    for now[0] in (100.5, 101.0, 103.0, 104.0):
        rest.use()
    assert found == [103.0]
    rest.touched()
    now[0] = 104.0 + REST / 2
    rest.use()
    assert found == [103.0]
    now[0] += REST
    rest.use()
    assert len(found) == 2
