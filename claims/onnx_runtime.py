"""onnxruntime as it is run here: it tells its makers nothing and keeps no number of this machine."""

from __future__ import annotations

import os
from types import ModuleType

OPT_OUT = "ORT_DISABLE_TELEMETRY"
"""Looked at once, when the library begins; from version 1.32 on it else keeps a number of the machine in the
user's cache and sends what is run (microsoft/onnxruntime pull request 27379)."""


def onnxruntime() -> ModuleType:
    """The library, silenced before it begins; events go off too, should somebody have begun it before."""
    os.environ[OPT_OUT] = "1"
    import onnxruntime as library

    library.disable_telemetry_events()
    loaded: ModuleType = library
    return loaded
