"""A second test set: sixty passages of other news than the detector was trained on, in our own
words."""
