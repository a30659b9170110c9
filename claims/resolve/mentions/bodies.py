"""The bodies, states and outlets of one article: the forms under which each goes, and its kind. Where
they stand in the text does not belong here."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.resolve.mentions.name_kind import ends_in
from claims.resolve.mentions.names import acronym
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_HEADED = re.compile(
    rf"({alternation(listed('organisations', 'headed'))}) (?:of|for) (?:the )?(.+)"
)


class Bodies:
    """Every name that is no person's, by its folded forms; of two with one form the first has
    it."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.institutions: set[str] = set()
        """Folded names of the bodies that go by a common name."""
        self._by_form: dict[str, str] = {}

    def add(self, name: str, kind: str) -> None:
        """One name as written; the first kind that it is given stays."""
        self.kinds.setdefault(name, kind)
        self._by_form.setdefault(fold_mention(name), name)
        parts = name.split()
        if len(parts) > 1 and name[0].isupper():
            self._by_form.setdefault(fold_mention(acronym(name)), name)
            if headed := _HEADED.fullmatch(name):
                self._by_form.setdefault(fold_mention(f"{headed[2]} {headed[1]}"), name)
            if fold_mention(parts[0]) not in words("nominals", "body_words") and not parts[
                0
            ].endswith("."):
                self._by_form.setdefault(fold_mention(parts[0]), name)
            if kind == "outlet":
                self._by_form.setdefault(fold_mention(parts[-1]), name)

    def add_institution(self, name: str) -> None:
        """A body that goes by its common name, unless the text has its formal one as well."""
        if fold_mention(name) not in self._by_form:
            self.institutions.add(fold_mention(name))
            self.add(name, "organisation")

    def full(self, written: str) -> str | None:
        """The full name that a written one stands for."""
        return self._by_form.get(fold_mention(written))

    def ending(self, phrase: str) -> tuple[str, str] | None:
        """The body whose whole name a description ends in, capitals aside, and its kind: "the top
        harbour watch journal"."""
        folded = f" {fold_mention(phrase)}"
        for form, name in self._by_form.items():
            if (
                " " in form
                and fold_mention(name) not in self.institutions
                and ends_in(folded, form)
            ):
                return name, self.kinds.get(name, "organisation")
        return None
