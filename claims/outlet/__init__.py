"""The article's own header and foot: outlet, wire, byline, dateline. Nothing about claims."""
