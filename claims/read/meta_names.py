"""Names of meta tags under which pages tell of their article, the more reliable first: those seen on pages, then
those that trafilatura and htmldate know (Apache-2.0)."""

from __future__ import annotations

TITLES = (
    "og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "citation_title",
    "dcterms.title", "headline", "rbtitle",
)  # fmt: skip
OUTLETS = (
    "og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "rbpubname",
    "citation_journal_title",
)  # fmt: skip
OWNERS = (
    "copyright", "dcterms.rightsholder", "dc.rights", "rights",
)  # fmt: skip
AUTHORS = (
    "author", "article:author", "byl", "byline", "dc.creator", "parsely-author", "sailthru.author", "authors",
    "citation_author", "dcterms.creator", "dc.creator.aut", "dcsext.author", "rbauthors", "og:author",
    "og:article:author", "shareaholic:article_author_name", "atc-metaauthor", "creator",
)  # fmt: skip
DATES = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date",
    "publishdate", "publish_date", "citation_publication_date", "dcterms.issued", "dcterms.date",
    "dc.date.created", "dc.created", "dc.date.publication", "article.published", "article:published_date",
    "article:publicationdate", "article:post_date", "article_date_original", "article.created",
    "analyticsattributes.articledate", "bt:pubdate", "citation_date", "content_create_date",
    "cxenseparse:recs:publishtime", "date_published", "dateposted", "dcsext.articlefirstpublished",
    "displaydate", "doc_date", "mediator_published_time", "og:article:published_time", "og:article:published",
    "og:datepublished", "og:pubdate", "og:publish_date", "og:regdate", "originalpublicationdate", "pdate",
    "ptime", "publication_date", "publish_time", "published-date", "published_date", "published_time",
    "publisheddate", "rbpubdate", "release_date", "rnews:datepublished", "shareaholic:article_published_time",
    "twt-published-at", "vr:published_time", "datecreated", "date_created",
    "pub_date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "article:updated", "datemodified", "lastmod", "last-modified",
    "dcterms.modified",
)  # fmt: skip
