"""Rule-based post-processing of what the detector missed or cut wrongly, each step with its reason.
No weights."""

from claims.detect.postprocess.steps import postprocess

__all__ = ["postprocess"]
