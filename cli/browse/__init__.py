"""The Textual app, one widget a file; no SQL and no language rules."""

import os

# Textual reads it once, when first imported. A key waits for the next frame: at sixty a second up
# to 17 ms for nothing.
os.environ.setdefault("TEXTUAL_FPS", "120")
