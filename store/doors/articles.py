"""`store.articles`: saving readings, finding articles, copies of them and their outlets."""

from __future__ import annotations

from store.corroboration import verdicts
from store.doors.door import Door, reads, streams, writes
from store.queries import articles, counts, editions, outlets, pages, recorded
from store.queries.near import near, near_each
from store.saving import bulk, same_article, write


class Articles(Door):
    """Articles with their editions, copies and outlets."""

    save = writes(write.save_reading)
    save_many = writes(bulk.save_readings)
    unchanged = reads(same_article.unchanged)
    get = reads(articles.find_article)
    of_file = reads(articles.article_of_file)
    select = streams(articles.stream_articles)
    ids = reads(pages.article_ids)
    lines = reads(articles.articles_page)
    family = reads(articles.family)
    copies = reads(verdicts.list_copies)
    count_copies = reads(verdicts.count_copies)
    outlet_facts = reads(outlets.facts_of)
    outlet_lines = reads(counts.outlet_lines)
    near_outlets = reads(outlets.near_outlets)
    has_outlet = reads(outlets.has_outlet)
    read_by = reads(articles.read_by)
    near = reads(near)
    near_each = reads(near_each)
    count_current = reads(recorded.count_current)
    recorded_claims = streams(recorded.recorded_claims)
    recorded = streams(recorded.recorded)
    speaker_names = reads(editions.speaker_names)
    editions = reads(editions.editions_of)
