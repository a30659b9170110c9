"""A text as it is read, where it came damaged or set in columns, with the way back to the text as it
stands. What is stored, shown and cited is always the text as it stands."""

from claims.view.reading_view import reads_as, view_of
from claims.view.view import View, restored

__all__ = ["View", "reads_as", "restored", "view_of"]
