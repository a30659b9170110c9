"""The store as a page for colleagues, to be read alone: addresses, what stands behind each, and how it
looks; the one room that knows Starlette."""
