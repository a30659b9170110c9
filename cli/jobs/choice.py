"""What a person chose for reading: which model, how sure a claim must be, where and on how many cores."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import TIMEOUT_MAX

from claims.errors import UsageError

ARTICLE_SECONDS = 300.0
"""That a process of several may spend on one article, where nothing else is said."""


@dataclass(frozen=True)
class Choice:
    """What a person chose for reading; the defaults are those of every command."""

    model: str = "fast"
    spacy_model: str | None = None
    min_confidence: float = 0.0
    jobs: int = 1
    cluster: str | None = field(default=None, repr=False)
    """The address of a cluster's scheduler, which may hold a password."""
    time_limit: float | None = None
    """Seconds for one article; None for ARTICLE_SECONDS where other processes read, else for no limit."""

    def __post_init__(self) -> None:
        """Raises UsageError on a probability, a number of processes or a time that cannot be."""
        if not 0 <= self.min_confidence <= 1:
            raise UsageError(f"--min-confidence: {self.min_confidence} is not between 0 and 1")
        if self.jobs < 1:
            raise UsageError(f"--jobs: {self.jobs} processes cannot read; give 1 or more")
        if self.cluster is not None and self.jobs > 1:
            raise UsageError("--cluster reads on the cluster's workers; leave --jobs out")
        if self.time_limit is not None and not 0 < self.time_limit <= TIMEOUT_MAX:
            range = f"above 0 and up to {TIMEOUT_MAX:g}"
            raise UsageError(f"--time-limit: {self.time_limit:g} is no number of seconds {range}")

    @property
    def reads_elsewhere(self) -> bool:
        """Whether other processes than this one read."""
        return self.jobs > 1 or self.cluster is not None or self.time_limit is not None

    @property
    def seconds(self) -> float:
        """That one article may take in another process."""
        return ARTICLE_SECONDS if self.time_limit is None else self.time_limit
