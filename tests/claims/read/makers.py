"""Makes files of the types that are read, byte by byte, from texts of invented places and people."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from email.message import EmailMessage

PARAGRAPHS = (
    "PORT ELLERY, May 4 (Reuters) - The swing bridge over the Harl was shut on Monday after inspectors "
    "found a crack in its northern pier, the harbour office said.",
    "“It is a precaution,” said Mayor Ilse Brandt. “We will know more on Friday, when the engineers have "
    "looked at it.”",
    "The bridge carries 12,000 cars a day, according to the county of Velmora.",
    "(Reporting by Sam Orr in Port Ellery; Editing by Ann Bell)",
)
TITLE = "Swing bridge shut after crack is found"
TEXT = "\n\n".join(PARAGRAPHS)

JSON_LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Ellery Gazette"},
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "datePublished": "2026-05-04T09:20:00+02:00",
            "author": [
                {"@type": "Person", "name": "Sam Orr"},
                {"@type": "Person", "name": "ANN BELL"},
            ],
            "publisher": {"@type": "Organization", "name": "Ellery Gazette"},
            "articleSection": "Harbour",
            "inLanguage": "en-GB",
        },
    ],
}


def page(
    paragraphs: Iterable[str] = PARAGRAPHS, *, head: str = "", title: str = TITLE, above: str = ""
) -> str:
    """A page of an outlet with what pages put around an article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>{title} | Ellery Gazette</title>{head}</head><body>
<header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/harbour">Harbour</a></nav></header>
<main><article><h1>{title}</h1>{above}{body}</article>
<aside><h2>Most read</h2><ul><li><a href="/1">Ferry fares to rise</a></li></ul></aside></main>
<footer><p>Sign up for our newsletter</p><p>© 2026 Ellery Gazette</p></footer></body></html>"""


def json_ld(node: object = JSON_LD) -> str:
    """A script of a page's head."""
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def docx(paragraphs: Iterable[str] = PARAGRAPHS, *, body: str | None = None) -> bytes:
    """A Word file of some paragraphs."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    words = body or "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    return archive(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{main}"><w:body>'
            f"{words}</w:body></w:document>",
        }
    )


def archive(files: dict[str, str | bytes]) -> bytes:
    """A ZIP of some files, the same bytes at any time of day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, body in files.items():
            zipped.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with the lines of each page from top to bottom."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
        stream = b"BT /F1 10 Tf 50 780 Td 14 TL\n" + shown + b"ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _numbered(objects)


def _escaped(line: str) -> bytes:
    raw = line.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _numbered(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(out),
    )
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + end


def message(text: str, *, html: str | None = None, subject: str = TITLE) -> EmailMessage:
    """A newsletter."""
    made = EmailMessage()
    made["From"] = "Ellery Gazette <news@gazette.example>"
    made["To"] = "reader@reader.example"
    made["Subject"] = subject
    made["Date"] = "Mon, 04 May 2026 09:20:00 +0200"
    made["Message-ID"] = "<1@gazette.example>"
    made["List-Unsubscribe"] = "<https://gazette.example/leave>"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def rss(entries: Iterable[str]) -> str:
    """An RSS feed of some entries."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ellery Gazette</title>'
        f"<link>https://gazette.example/</link><language>en</language>{''.join(entries)}</channel></rss>"
    )


def entry(*, whole: bool, number: int = 1) -> str:
    """An entry of a feed, with its text or with a teaser."""
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS) if whole else ""
    content = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if whole else ""
    return (
        f"<item><title>{TITLE}</title><link>https://gazette.example/harbour/{number}</link>"
        "<pubDate>Mon, 04 May 2026 09:20:00 +0200</pubDate><dc:creator>Sam Orr</dc:creator>"
        f"<description>The bridge was shut on Monday …</description>{content}</item>"
    )


def warc(*pages: tuple[str, int, bytes]) -> bytes:
    """A web archive of answers: address, status, body."""
    out = b""
    for url, status, body in pages:
        answer = b"HTTP/1.1 %d X\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (
            status, len(body), body,
        )  # fmt: skip
        out += (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-05-04T09:30:00Z\r\n"
            b"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (url.encode(), len(answer), answer)
        )
    return out
