"""The faults: a line of the program as it is, as a slip would have it, and what that breaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One slip; tests are tried in this order, the folder of its room first."""

    name: str
    file: str
    old: str
    new: str
    breaks: str
    tests: tuple[str, ...]


RESOLVE = ("tests/claims/resolve/test_going_on.py", "tests/claims/resolve")
CORROBORATE = ("tests/claims/corroborate", "tests/store/test_verdicts.py")
STORE = ("tests/store",)
OUTPUT = (
    "tests/cli/formats",
    "tests/cli/test_sanitise.py",
    "tests/cli/test_hostile.py",
    "tests/cli",
)

FAULTS = (
    Fault("a doubtful name is kept", "claims/resolve/speaker.py",
          "speaker.confidence >= MIN_CONFIDENCE:", "speaker.confidence >= 0:",
          "names that the text hardly supports are given out", RESOLVE),
    Fault("a quotation goes on for ever", "claims/resolve/speaker.py",
          'if between.count("\\n\\n") <= 1 and len(between) < GOING_ON_CHARACTERS:', "if True:",
          "a quotation far below is given to the last speaker", RESOLVE),
    Fault("the writer speaks in quotation marks", "claims/resolve/coreference/pronouns.py",
          "if context.is_quoted(at):", "if False:",
          "“I” in a quotation is taken for the article's writer", RESOLVE),
    Fault("a quotation without a cue has no speaker", "claims/resolve/speaker.py",
          "goes_on = not attribution.cue and attribution.content",
          "goes_on = attribution.cue and attribution.content",
          "a quotation over several paragraphs loses its speaker", RESOLVE),
    Fault("she may be he", "claims/resolve/coreference/pronouns.py",
          "guess = guess or context.focus.meant(at, word, own_words, other)",
          'guess = guess or context.focus.meant(at, "he", own_words, other)',
          "pronouns are resolved without regard to sex", RESOLVE),
    Fault("one origin corroborates", "claims/corroborate/verdict.py",
          "MIN_CORROBORATING_ORIGINS = 2", "MIN_CORROBORATING_ORIGINS = 1",
          "what rests on one source is called CORROBORATED", CORROBORATE),
    Fault("copies count", "claims/corroborate/verdict.py",
          "source = _unlooped(source_of(claim, root.id), loop)",
          "source = _unlooped(source_of(claim, article.id), loop)",
          "an unnamed source is counted once for every copy of its article", CORROBORATE),
    Fault("circles count", "claims/corroborate/verdict.py",
          "if source is None or not source.names & loop.keys():", "if True:",
          "outlets that cite each other count as two origins", CORROBORATE),
    Fault("undetermined is different", "claims/corroborate/independence/interval.py",
          'if relation == "different" and group_of[a] != group_of[b]:',
          'if relation != "same" and group_of[a] != group_of[b]:',
          "origins that may be one are counted as two for certain", CORROBORATE),
    Fault("a denial supports", "claims/corroborate/verdict.py",
          'role: Role = "neutral" if stance_role(claim) == "neutral" else "supports"',
          'role: Role = "supports"',
          "a question or a demand counts as an assertion", CORROBORATE),
    Fault("a decision on origins is ignored", "claims/corroborate/verdict.py",
          "        if decided:\n", "        if False:\n",
          "what a person says of two origins has no effect", CORROBORATE),
    Fault("an old edition counts", "store/saving/write.py",
          ".values(current=False)", ".values(current=True)",
          "a replaced edition stays among the current articles", ("tests/store/test_save.py", *STORE)),
    Fault("a decision is not undone", "store/decisions/undo_stack.py",
          "        if str(decision.id) not in undone and decision.kind != UNDO:",
          "        if decision.kind != UNDO:",
          "what was taken back stays in force", ("tests/store/test_review.py", *STORE)),
    Fault("claims get new ids", "store/saving/match_claims.py",
          "if old[i][\"id\"] not in taken and new[j][\"id\"] not in pairs:", "if False:",
          "decisions lose their claims at a re-run", ("tests/store/test_save.py", *STORE)),
    Fault("the chain of decisions is not read", "store/decisions/chain.py",
          'whole = row["digest"] == digest_of(previous, dict(row))', "whole = True",
          "a decision that was changed in the file goes unseen", ("tests/store/test_verify.py", *STORE)),
    Fault("a private name goes out", "store/decisions/private.py",
          "    if not words:\n", "    if words:\n",
          "who an unnamed source is enters tables and verdicts", ("tests/store/test_private.py", *STORE)),
    Fault("an article does not wait", "store/saving/write.py",
          '    touch(connection, [id, former["id"]] if former else [id])\n', "",
          "an article that was saved is never weighed", ("tests/store/test_incremental.py", *STORE)),
    Fault("formulas run", "cli/formats/cells.py",
          "return \"'\" + raw if not number and _FORMULA.match(raw) else raw", "return raw",
          "a cell of an article is a formula in a spreadsheet", OUTPUT),
    Fault("escapes reach the terminal", "cli/sanitise.py",
          'shown = _HOSTILE.sub("", raw)', "shown = raw",
          "an article can drive the reader's terminal", ("tests/cli/test_sanitise.py", *OUTPUT)),
    Fault("words of an article are markup", "cli/formats/tables.py",
          '_MARKDOWN.sub(r"\\\\\\1", _closed(read(row.get(name))))', "_closed(read(row.get(name)))",
          "words of an article are markup in a Markdown table", OUTPUT),
)  # fmt: skip
