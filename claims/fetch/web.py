"""Addresses to articles: each is asked, read like a file, and the pages that a feed or a list names are asked in
turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from claims.fetch.addresses import shown_address, web_address
from claims.fetch.client import Client
from claims.fetch.crew import Crew
from claims.fetch.front_page import is_front_page, what_else
from claims.fetch.memory import Forgetful, Memory, Visit
from claims.fetch.model import Fetched, FetchError
from claims.fetch.provenance import placed
from claims.ids import canonical_url
from claims.model import Article, Failure, Reading
from claims.read.dispatch import read_fetched
from claims.read.options import Item, Member, ReadOptions, Wanted

MAX_ENTRIES = 2_000
"""Of one feed or list whose pages are asked."""
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/feed+json": ".rss",
}


@dataclass
class _Source:
    """A feed or list whose pages are still being asked."""

    visit: Visit
    waiting: int = 1
    """Its own reading, and each page of it."""
    whole: bool = True
    """Whether nothing of it has to be asked again."""


@dataclass(frozen=True)
class _Job:
    """An address to ask."""

    address: str
    wanted: Wanted
    source: _Source | None = None
    from_private: bool = True
    mark: str = ""
    """What the feed said of the page, so that it is asked again where that changes."""


@dataclass
class Tally:
    """How many answers there were of what kind."""

    asked: int = 0
    unchanged: int = 0
    """Addresses that gave nothing new."""
    feeds: int = 0
    failed: list[str] = field(default_factory=list)


class Web:
    """What asks addresses for one run of a command."""

    def __init__(self, client: Client, memory: Memory | None = None) -> None:
        self._client, self._memory = client, memory or Forgetful()
        self.tally = Tally()
        self._seen: set[str] = set()

    def read(self, wanted: Iterable[Wanted], options: ReadOptions) -> Iterator[Item]:
        """What the addresses give, as they answer; what gives nothing comes as a Failure in its place."""
        crew: Crew[_Job, Fetched | FetchError] = Crew(self._ask)
        options = replace(options, fetching=True)
        try:
            for one in wanted:
                yield from self._put(crew, _Job(one.address, one))
            for job, answer in crew:
                yield from self._answered(crew, job, answer, options)
        finally:
            crew.close()
            self._client.close()

    def _put(self, crew: Crew[_Job, Fetched | FetchError], job: _Job) -> Iterator[Failure]:
        """One more address to ask, unless it was asked before; the failure of one that is none."""
        try:
            address = web_address(job.address)
        except FetchError as error:
            yield _failure(job, error)
            return
        key = canonical_url(address.url)
        if key not in self._seen:
            self._seen.add(key)
            if job.source:
                job.source.waiting += 1
            crew.put(replace(job, address=address.url), address.origin)

    def _ask(self, job: _Job) -> Fetched | FetchError:
        """In a thread of its own."""
        try:
            seconds = self._memory.held(web_address(job.address).origin)
            if seconds > 0:
                return FetchError(
                    f"its host asked to be left alone for another {seconds:.0f} s",
                    "pull again then",
                    temporary=True,
                )
            validators = self._memory.validators(job.address)
            if job.source is None and self._client.manners.ground and self._memory.any_reserved():
                validators = None  # what was left out for want of a ground is listed in full alone
            return self._client.get(job.address, validators, from_private=job.from_private)
        except FetchError as error:
            return error
        except (
            Exception
        ) as error:  # whatever an answer did to a library, it is one address's failure
            words = " ".join(str(error).split())[:120]
            return FetchError(f"cannot be fetched ({type(error).__name__} {words})".rstrip())

    def _answered(
        self,
        crew: Crew[_Job, Fetched | FetchError],
        job: _Job,
        answer: Fetched | FetchError,
        options: ReadOptions,
    ) -> Iterator[Item]:
        self.tally.asked += 1
        visit = Visit(job.address, mark=job.mark)
        source = _Source(visit)
        if isinstance(answer, FetchError):
            source.whole = not answer.temporary
            if answer.wait_seconds > 0:
                self._memory.hold(web_address(job.address).origin, answer.wait_seconds)
            source.visit = replace(visit, mark=self._mark(job, answer))
            yield _failure(job, answer)
        elif answer.unchanged:
            self.tally.unchanged += 1
            source.visit = replace(visit, validators=answer.validators)
        else:
            source.visit = replace(visit, validators=answer.validators)
            yield from self._read(crew, job, answer, options, source)
        self._finished(source, job.source)

    def _finished(self, source: _Source, above: _Source | None) -> None:
        """One of the steps of a source is done; after the last it is remembered."""
        source.waiting -= 1
        if source.waiting:
            return
        if source.whole:
            self._memory.note(source.visit)
        if above is not None:
            above.whole = above.whole and source.whole
            self._finished(above, None)

    def _mark(self, job: _Job, error: FetchError) -> str:
        """What is remembered of a page that gives nothing: one that is reserved is asked again with a ground."""
        return f"reserved {job.mark}" if error.reserved else job.mark

    def _known(self, address: str, mark: str) -> bool:
        """Whether a page was read as the feed now has it."""
        then = self._memory.mark(address)
        return bool(mark) and (
            then == mark or (then == f"reserved {mark}" and not self._client.manners.ground)
        )

    def _read(
        self,
        crew: Crew[_Job, Fetched | FetchError],
        job: _Job,
        answer: Fetched,
        options: ReadOptions,
        source: _Source,
    ) -> Iterator[Item]:
        """The articles of an answer; what it lists is asked next."""
        where = shown_address(answer.address)
        member = Member(where, _name(answer), answer.body, answer.address)
        own = options if job.source is None else replace(options, format=None)
        if answer.charset and options.encoding.lower() in ("utf-8", "utf8"):
            own = replace(own, encoding=answer.charset)
        listed = 0
        for item in read_fetched(member, own):
            if isinstance(item, Failure) and item.address and job.wanted.may_list:
                listed += 1
                if listed <= MAX_ENTRIES:
                    yield from self._follow(crew, item, job, answer, source)
            elif isinstance(item, Failure):
                yield replace(item, path=item.path or job.address)
            else:
                yield self._article(item, job, answer, where, options)
        self.tally.feeds += bool(listed)

    def _follow(
        self,
        crew: Crew[_Job, Fetched | FetchError],
        item: Failure,
        job: _Job,
        answer: Fetched,
        source: _Source,
    ) -> Iterator[Failure]:
        """Asks an address that an answer lists, unless it is known."""
        try:
            address = web_address(item.address or "", answer.address).url
        except FetchError as error:
            yield Failure(
                f"{item.where} ({shown_address(item.address or '')})", error.what, error.next_step
            )
            return
        told, mark = dict(item.known), item.known.get("mark", "")
        if self._known(address, mark):
            self.tally.unchanged += 1
            return
        # A list leads to feeds, and a feed to pages; what they call otherwise leads no further.
        wanted = Wanted(address, told, told.get("is") == "feed" and job.source is None)
        yield from self._put(crew, _Job(address, wanted, source, answer.private, mark))

    def _article(
        self, item: Article | Reading, job: _Job, answer: Fetched, where: str, options: ReadOptions
    ) -> Item:
        if (
            isinstance(item, Article)
            and item.doc == where
            and is_front_page(item.url or answer.address)
        ):
            return Failure(where, "a front page, no article", what_else(answer))
        ground = self._client.manners.ground
        if isinstance(item, Reading):
            article = placed(item.article, answer, where, job.wanted.told, ground)
            return options.names.refused(article, where) or replace(item, article=article)
        article = placed(item, answer, where, job.wanted.told, ground)
        return options.names.refused(article, where) or article


def _failure(job: _Job, error: FetchError) -> Failure:
    return Failure(shown_address(job.address), error.what, error.next_step, path=job.address)


def _name(answer: Fetched) -> str:
    """A file's name whose suffix says what the answer is called; its content decides."""
    suffix = _SUFFIXES.get(answer.content_type)
    return f"page{suffix}" if suffix else urlsplit(answer.address).path.rpartition("/")[2]
