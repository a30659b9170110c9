"""What commands there are: name, summary and endings of each, known without its code; which code that is stands
in command_code.py."""

from __future__ import annotations

from cli.diagnostics import MEANING, Exit

COMMANDS = {
    "add": "Read articles and keep their claims",
    "extract": "Print one JSON line an article with every attribution; nothing is stored",
    "watch": "Keep a list of feeds for `onrecord pull`, or show the lists",
    "pull": (
        "Read what the watched feeds have new, host by host and politely; what did not change is not asked "
        "for again"
    ),
    "new": "List the claims that were not seen before: each reader and query has its own mark",
    "list": "List claims",
    "speakers": "List speakers with the number of their claims, articles and outlets",
    "speaker": (
        "Show one speaker and every claim in time order, with names, offices and what was said otherwise "
        "before"
    ),
    "show": (
        "Show a claim in its paragraph, with cue, source and chain; or of an article its title, outlet, "
        "writers, dates and whatever else it tells, each with where that came from"
    ),
    "why": "Show why a claim has its speaker, stance and chain: reasons, runner-up and the words that show each",
    "proposals": "List pairs of speakers that may be one, with reasons, likeliest first; accept or reject them by id",
    "merge": "Say that two speakers are one",
    "split": "Say that a name, or a name in some articles, is another speaker's",
    "alias": "Enter a name that a speaker goes by; claims under it count as the speaker's",
    "role": "Say who held an office when, so that \"the army chief\" counts as the holder's on the article's date",
    "undo": "Take back the last decision, or one by its number, with all that was decided in the same act",
    "forget": "Take something out of the store for good",
    "check": "List the claims that rest on a single source, unnamed sources first",
    "proof": (
        "Look up every quotation and every attributed claim of a draft in the store: are the words on record, "
        "in that mouth, with that stance? It never says whether they are true"
    ),
    "copies": "List articles that copy another, whole, cut or lightly edited, with the evidence",
    "changes": (
        "List the claims that each later edition of an article added, dropped or changed, with the words of "
        "both side by side; kept is one that a person decided on"
    ),
    "audit": (
        "Count whom outlets quote: claims over time, unnamed and single sources by outlet, kinds of source, "
        "the ten most quoted, and why sources are unnamed"
    ),
    "review": "Judge the extraction of a claim, never its truth; put right what is wrong",
    "history": (
        "Show every judgement on a claim, oldest first, with who made it; those taken back are kept and "
        "marked"
    ),
    "quality": (
        "Show your own error rate: precision from reviewed claims, recall from articles read wholly, with 95 "
        "% intervals"
    ),
    "redetect": (
        "Read stored articles again with the present model: claims keep their ids, and what people decided "
        "stays"
    ),
    "export": (
        "Write article lines that `add` takes back (--jsonl), one row a claim (the other formats), or linked "
        "data (--as; with --jsonl one node a line)"
    ),
    "cite": "Print one citation a claim: speaker, words, through whom, outlet, date and link",
    "report": (
        "Write one HTML page of a claim, a speaker or a check: evidence in context, chain, tree, timeline and "
        "method"
    ),
    "runs": (
        "List every run that wrote to the store, newest first: when, with which versions, and what it counted"
    ),
    "browse": "Read, check and correct claims on a full screen; ? shows the keys",
    "serve": (
        "Show the store as a page in the browser, to be read alone; nothing is changed and nothing leaves "
        "this machine"
    ),
    "demo": (
        "Read a made-up newsroom and answer the two questions: who said what, and what rests on a single "
        "source"
    ),
    "doctor": "Check Python, packages, language model, detector, store and terminal",
    "copy": (
        "Copy a whole store into another file or database, between SQLite and PostgreSQL too, and compare "
        "every row"
    ),
    "verify": (
        "Check every text against its digest, every claim's words against its article, and the chain that "
        "runs through the decisions"
    ),
    "where": "Show where the store and the user's folders lie, and what decided it",
    "completion": "Print the script that completes commands, options, values and names in a shell",
    "help": "Explain a topic, such as labels, filters or formats, or show the help of a command",
}
"""The first sentence of what its code says of each, in the order of the help."""
_READS = (Exit.DONE, Exit.USAGE, Exit.INPUT, Exit.STORE, Exit.MODEL, Exit.INTERRUPTED)
CODES: dict[str, tuple[Exit, ...]] = {
    "add": _READS,
    "extract": tuple(code for code in _READS if code is not Exit.STORE),
    "pull": _READS,
    "new": (Exit.DONE, Exit.FOUND, Exit.USAGE, Exit.STORE),
    "check": (Exit.DONE, Exit.FOUND, Exit.USAGE, Exit.STORE),
    "proof": (Exit.DONE, Exit.FOUND, *_READS[1:]),
    "demo": _READS,
    "redetect": _READS,
    "copy": (Exit.DONE, Exit.USAGE, Exit.STORE, Exit.INTERRUPTED),
    "verify": (Exit.DONE, Exit.USAGE, Exit.STORE),
    "doctor": (Exit.DONE, Exit.USAGE, Exit.STORE, Exit.MODEL),
    "where": (Exit.DONE, Exit.USAGE),
    "completion": (Exit.DONE, Exit.USAGE),
    "help": (Exit.DONE, Exit.USAGE),
}
"""How a command can end, where it is not with 0, 2 or 4."""


def epilog(name: str) -> str:
    """The line on exit codes in the help of a command."""
    codes = CODES.get(name, (Exit.DONE, Exit.USAGE, Exit.STORE))
    return "Exit codes: " + "; ".join(f"{code.value} {MEANING[code]}" for code in codes) + "."
