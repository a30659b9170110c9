"""A report in a real browser: quiet, offline, closed to whatever an article injects, and as wide as
a phone."""

from __future__ import annotations

import html
import json
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.jobs.report import report
from cli.report.page import render
from store import open_store
from store.records import Filters

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-default-apps --enable-logging=stderr --hide-scrollbars"
)
FRAME = """<!DOCTYPE html><meta charset="utf-8"><body>
<iframe id="f" width="{width}" height="800" srcdoc="{page}"></iframe>
<pre id="said"></pre><script>
document.getElementById("f").onload = function () {{
  var inner = this.contentDocument, root = inner.documentElement;
  document.getElementById("said").textContent = JSON.stringify({{
    wide: root.scrollWidth, room: root.clientWidth, owned: window.owned === undefined ? "no" : "yes",
    font: getComputedStyle(inner.querySelector("h2")).borderBottomWidth,
    unlabelled: inner.querySelectorAll("svg:not([aria-labelledby]), nav:not([aria-label])").length,
    lang: root.lang, title: inner.title,
    main: inner.querySelectorAll("main").length, h1: inner.querySelectorAll("h1").length
  }});
}};
</script>"""


@dataclass
class Seen:
    """What the browser did with a page."""

    measured: dict[str, object]
    console: list[str]
    requests: list[bytes] = field(default_factory=list)


@pytest.fixture
def proxy() -> Iterator[tuple[int, list[bytes]]]:
    """A port to which every request over the network would go, and what came."""
    came: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                came.append(connection.recv(4096))
                connection.sendall(
                    b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                )
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield server.getsockname()[1], came
        server.shutdown(socket.SHUT_RDWR)


def seen(page: str, width: int, folder: Path, proxy: tuple[int, list[bytes]]) -> Seen:
    """Opens the page in a frame of the width."""
    file = folder / "frame.html"
    file.write_text(FRAME.format(width=width, page=html.escape(page)), encoding="utf-8")
    port, came = proxy
    done = subprocess.run(
        [str(CHROMIUM), *QUIET.split(), f"--user-data-dir={folder / 'profile'}", f"--proxy-server=127.0.0.1:{port}",
         "--proxy-bypass-list=<-loopback>", "--virtual-time-budget=3000", "--dump-dom", file.as_uri()],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    said = re.search(r'<pre id="said">(\{.*?\})</pre>', done.stdout)
    assert said, done.stderr[-2000:]
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    # The browser asks its maker for the time and for updates; a page can only name hosts of its
    # own.
    requests = [
        line
        for line in (one.split(b"\r\n")[0] for one in came)
        if b".example" in line or b"example." in line
    ]
    return Seen(json.loads(html.unescape(said[1])), console, requests)


@pytest.fixture
def page(tmp_path: Path, hostile_file: Path) -> str:
    """The report of a store whose every field is hostile."""
    with open_store(hostile_file) as store:
        return render(report(store, Filters(), 0, datetime(2026, 3, 1, tzinfo=UTC), "test"))


def test_a_hostile_report_is_quiet_and_fits_a_phone(
    page: str, tmp_path: Path, proxy: tuple[int, list[bytes]]
) -> None:
    """No console message, no request, nothing run, no sideways scrolling, and styled at all."""
    found = seen(page, 340, tmp_path, proxy)
    assert found.console == [] and found.requests == []
    measured = found.measured
    assert measured["owned"] == "no" and int(str(measured["wide"])) <= int(str(measured["room"]))
    assert measured["font"] == "2px", (
        "the style sheet's digest is not the one that the policy admits"
    )
    assert (measured["main"], measured["h1"], measured["lang"], measured["unlabelled"]) == (
        1,
        1,
        "en",
        0,
    )
    assert str(measured["title"]).endswith("onrecord")


RAW = (
    "<script>parent.owned=1</script><img src='http://evil.example/a.png' onerror='parent.owned=1'>"
    "<iframe src='http://evil.example/'></iframe><link rel=stylesheet href='http://evil.example/a.css'>"
    "<div style='background:url(http://evil.example/b.png)'>x</div><svg onload='parent.owned=1'></svg>"
)


def test_the_policy_holds_where_markup_got_in(
    page: str, tmp_path: Path, proxy: tuple[int, list[bytes]]
) -> None:
    """The second lock: scripts, handlers, frames and pictures injected raw neither run nor load."""
    found = seen(page.replace("</main>", RAW + "</main>"), 900, tmp_path, proxy)
    assert found.measured["owned"] == "no" and found.requests == []
    assert any("Content Security Policy" in line for line in found.console)


def test_without_the_policy_the_same_markup_would_run(
    page: str, tmp_path: Path, proxy: tuple[int, list[bytes]]
) -> None:
    """So that the tests above can fail."""
    script = "<script>parent.owned=1</script>"
    open_page = page.replace("Content-Security-Policy", "Nothing").replace(
        "</main>", script + "</main>"
    )
    assert seen(open_page, 900, tmp_path, proxy).measured["owned"] == "yes"
