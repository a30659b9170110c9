"""Shapes of quotation that the detector misses or cuts wrongly, mended by rule, each with its reason. No weights."""

from claims.detect.shapes.mend import mend

__all__ = ["mend"]
