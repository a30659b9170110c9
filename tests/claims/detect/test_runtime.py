"""What runs the network keeps nothing of the user's machine and tells nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent.parent


@pytest.mark.model
def test_a_detector_leaves_nothing_in_the_user_s_folders(tmp_path: Path) -> None:
    """Outside continuous integration, where the library is silent by itself."""
    code = "from claims.detect.detector import Detector; d = Detector(); d.run([101, 2002, 102], [0, 0, 0])"
    bare = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=bare,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
