"""The topics of `onrecord help`: which there are, and their pages, which ship in `pages/`."""
