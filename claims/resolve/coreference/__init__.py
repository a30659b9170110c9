"""Whom a pronoun, a description or a part of a name stands for; finding mentions stands in
mentions."""
