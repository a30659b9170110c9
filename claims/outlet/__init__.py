"""The article's own header and foot: outlet, wire, byline, dateline. Nothing about claims."""

from claims.outlet.header import read_header

__all__ = ["read_header"]
