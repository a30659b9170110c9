"""When the browser looks for garbage: while nobody types."""

from __future__ import annotations

import gc
import os
import subprocess
import sys

import pytest

from cli.browse import frame_rate
from cli.browse.frame_rate import REST_SECONDS, Rest


def test_garbage_is_searched_once_in_a_rest_and_never_between_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, found = [100.0], list[float]()
    monkeypatch.setattr(frame_rate.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(gc, "collect", lambda: found.append(now[0]))
    rest = Rest()
    for now[0] in (100.5, 101.0, 103.0, 104.0):
        rest.use()
    assert found == [103.0]
    rest.touched()
    now[0] = 104.0 + REST_SECONDS / 2
    rest.use()
    assert found == [103.0]
    now[0] += REST_SECONDS
    rest.use()
    assert len(found) == 2


@pytest.mark.parametrize(("asked", "drawn"), [(None, "120"), ("30", "30")])
def test_twice_as_many_frames_are_drawn_as_textual_would_unless_a_person_asks_for_others(
    asked: str | None, drawn: str
) -> None:
    others = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    code = "import cli.browse.app, textual.constants; print(textual.constants.MAX_FPS)"
    found = subprocess.run(
        [sys.executable, "-c", code],
        env=others | ({"TEXTUAL_FPS": asked} if asked else {}),
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == drawn
