"""The people of one article: the forms of a name brought together, and their gender. Nothing about
positions in the text but the order in which full names come."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from claims.folding import fold_mention
from claims.resolve.mentions.middle_names import ByWord, brought_in
from claims.resolve.mentions.names import (
    gender_of,
    generation,
    given_of,
    initials_of,
    is_slip,
    parts_of,
    without_honours,
)
from claims.resolve.mentions.namesakes import marked_alone, of_its_own, writes
from claims.rules.lists import words


class People:
    """Every person with a first name and a surname, and the titles of those who have one alone."""

    def __init__(self) -> None:
        self.gender: dict[str, str] = {}
        self.titles: dict[str, set[str]] = defaultdict(set)
        self._forms: Counter[str] = Counter()
        self._full: dict[str, str] = {}
        self._last: dict[str, list[str]] = defaultdict(list)
        self._first: dict[str, list[str]] = defaultdict(list)
        self._count: Counter[str] = Counter()
        self._son_of: dict[str, list[str]] = defaultdict(list)
        self._order: list[str] = []
        self._by_word = ByWord()
        self._small: dict[str, bool] = {}
        self._own: dict[str, bool] = {}
        self._alone: Counter[tuple[str, str]] = Counter()

    def add(self, title: str, name: str, text: str) -> None:
        """One mention of a person's name, its title apart."""
        name = without_honours(name)
        parts = parts_of(name)
        if (
            not parts
            or sum(part not in words("names", "surname_particles") for part in parts) > 5
            or not (name[0].isupper() or name[0] in "“\"'’")
            or re.match(r"[RD]-", name)
        ):
            return
        if len(parts) > 1 and not title and not self._plausible(parts, name, text):
            return
        first_names = words("names", "male", "female")
        whole = len(parts) > 1 and not (
            parts[0] in words("names", "particles") - first_names
            and {*parts[1:-1]} <= words("names", "particles")
        )
        marked = len(parts) == 1 and bool(generation(name)) and " " in name
        if whole or marked or initials_of(name):
            self._forms[name] += 1
        elif len(parts) == 1 and title:
            self._alone[(name, gender_of(title, "") or "")] += 1
        if title:
            self.titles[name].add(fold_mention(title))
        if gender := gender_of(title, name):
            self.gender.setdefault(name, gender)

    def _plausible(self, parts: Sequence[str], name: str, text: str) -> bool:
        """False for "Obama Speech": a last word that the text also writes small, after no first
        name that is known."""
        if parts[0] in words("names", "male", "female", "either"):
            return True
        if len(parts) > 2 and parts[0] in words("people", "family_first"):
            return True
        last = name.split()[-1]
        if last not in self._small:
            self._small[last] = last.isalpha() and writes(text, last.lower())
        return not self._small[last]

    def close(self, text: str = "") -> None:
        """Brings together the forms of one name once all are known; of forms with as many words the one
        that the text writes more often comes first ("Chuck Grassley", once "Charles")."""
        short = marked_alone(self._forms, self.titles)
        written = Counter[tuple[str, ...]]()
        for form, count in self._forms.items():
            written[parts_of(form)] += count
        for form in sorted(
            self._forms, key=lambda f: (-len(parts_of(f)), -written[parts_of(f)], -len(f), f)
        ):
            self._enter(form, text)
        for (name, gender), count in self._alone.items():
            self._another(name, gender, count)
        self._full.update((form, whole) for form, whole in short.items() if whole in self._full)
        for form, full in self._full.items():
            if form in self.gender:
                self.gender.setdefault(full, self.gender[form])

    def _enter(self, form: str, text: str) -> None:
        """One form as that of a fuller one which is known, or as a name of its own."""
        parts = parts_of(form)
        given = parts[-1]  # "Ahmad Zaki" is Ahmad Zaki bin Osman
        same = [
            f
            for f in self._last[parts[-1]] + self._son_of[given]
            if self._one(f, form) or given_of(f) == parts
        ] or [n for n in self._by_word.longer(parts) if not of_its_own(text, form, n)]
        full = same[0] if same else form
        self._full[form] = full
        self._count[full] += self._forms[form]
        if not same:
            self._last[parts[-1]].append(form)
            self._first[parts[0]].append(form)
            self._order.append(form)
            self._by_word.add(form)
            if own := given_of(form):
                self._son_of[own[-1]].append(form)

    def _another(self, name: str, gender: str, count: int) -> None:
        """ "Mr. Obama" counts for the one bearer whom it fits; beside Michelle Obama alone it is
        somebody else, whose first name the text never gives."""
        same = self._last.get(parts_of(name)[-1], [])
        fit = [n for n in same if self.gender.get(n) in (None, gender)]
        if gender and same and not fit:
            self._full[name], self.gender[name] = name, gender
            self._count[name] += count
            same.append(name)
            self._order.append(name)
        elif gender and len(fit) == 1:
            self._count[fit[0]] += count

    def _one(self, long: str, short: str) -> bool:
        a, b = parts_of(long), parts_of(short)
        if letters := initials_of(short):
            return a[-1] == b[-1] and fold_mention(long)[0] == letters[0]
        if {self.gender.get(long), self.gender.get(short)} == {"m", "f"}:
            return False
        if generation(long) != generation(short):
            return False  # two full names with and without a mark: father and son
        first = (
            a[0] == b[0]
            or b[0] in a[:-1]
            or _short(a[0]) == _short(b[0])
            or (len(b[0]) == 1 and a[0][0] == b[0])
        )
        return first and (len(a) == len(b) or set(b[1:]) <= set(a) or a[-1] == b[-1])

    def of_surname(self, name: str) -> list[str]:
        """The full names that share a surname."""
        parts = parts_of(name)
        return list(self._last.get(parts[-1], ())) if parts else []

    def everybody(self) -> list[str]:
        """The full names, in the order in which they come."""
        return list(self._order)

    def is_person(self, name: str) -> bool:
        """Whether more than the tagger's word says that the name is a person's."""
        return name in self._full or name in self.gender or name in self.titles

    def find(self, title: str, name: str, text: str = "") -> str | None:
        """The full name that a written one stands for in a text, None where no full name fits."""
        parts = parts_of(name)
        if name in self._full and (len(parts) > 1 or initials_of(name) or generation(name)):
            return self._full[name]
        if not parts:
            return None
        last = [n for n in self._last.get(parts[-1], ()) if self._fits(n, parts, title)]
        if len(last) > 1 and title:
            last = [n for n in last if self._bears(n, title)] or last
        if last:
            return max(last, key=lambda n: (self._count[n], -self._order.index(n)))
        first = (
            self._first.get(parts[0], ())
            if len(parts) == 1 and not (title or generation(name))
            else ()
        )
        fits = [n for n in first if self._fits(n, parts, title)]
        if not fits and (middle := self._by_word.called_so(title, name)):
            own = self._is_its_own(name, text)
            fits = [n for n in middle if not own and self._fits(n, parts, title)]
        return fits[0] if len(fits) == 1 else None

    def _is_its_own(self, name: str, text: str) -> bool:
        """Whether the text brings a name in as somebody's by itself; looked for once."""
        if name not in self._own:
            self._own[name] = brought_in(name, text)
        return self._own[name]

    def _bears(self, full: str, title: str) -> bool:
        """Whether the text gives somebody this title, under any form of the name."""
        wanted = fold_mention(title).split()[-1:]
        forms = {full, *(form for form, whole in self._full.items() if whole == full)}
        return (
            any(wanted[0] in t.split() for form in forms for t in self.titles.get(form, ()))
            if wanted
            else False
        )

    def _fits(self, full: str, parts: Sequence[str], title: str) -> bool:
        want, full_parts = gender_of(title, ""), parts_of(full)
        if want and self.gender.get(full) not in (None, want):
            return False
        return (
            len(parts) == 1
            or set(parts) <= set(full_parts)
            or _short(parts[0]) == _short(full_parts[0])
        )

    def of_title(self, names: Sequence[str], surname: str, title: str) -> list[str]:
        """Those of several bearers of a surname whom it may mean with a title, or with none."""
        fit = [n for n in names if self._fits(n, parts_of(surname), title)] or list(names)
        return [n for n in fit if title and self._bears(n, title)] or fit

    def rivals(self, name: str) -> list[str]:
        """Other people of the article who share the surname."""
        parts = parts_of(name)
        return (
            [n for n in self._last.get(parts[-1], ()) if n != self._full.get(name, name)]
            if parts
            else []
        )

    def misspelt(self, name: str) -> str | None:
        """The one person whose surname is a slip of the pen away; None where several or none
        are."""
        parts = parts_of(name)
        if (
            len(parts) != 1
            or len(parts[0]) < 5
            or parts[0] in self._last
            or parts[0] in self._first
        ):
            return None
        near = [n for last, names in self._last.items() if is_slip(parts[0], last) for n in names]
        return near[0] if len(near) == 1 else None


@cache
def _shorts() -> dict[str, str]:
    return {w: row.split()[0] for row in words("names", "short_forms") for w in row.split()}


def _short(first: str) -> str:
    return _shorts().get(first, first)
