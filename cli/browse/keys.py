"""Every key of the browser, once; bindings.py makes bindings, footer, help and settings of it, and
actions stand with widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "app", "claim", "list", "article", "draft", "filter", "side", "pick", "choose", "help"
]


@dataclass(frozen=True)
class Action:
    """One action: its keys, where they work, a word for the footer and a sentence for the help."""

    place: Place
    name: str
    keys: str
    action: str
    label: str
    help: str
    footer: bool = False
    first: bool = False
    """True where the key goes before the focused widget, so that what is typed after it fast is not
    lost."""

    @property
    def id(self) -> str:
        """What the settings call it."""
        return f"{self.place}.{self.name}"


# fmt: off
ACTIONS = (
    Action("app", "claims", "1", "tab('claims')", "Claims", "every claim"),
    Action("app", "speakers", "2", "tab('speakers')", "Speakers", "who speaks, and the record of each"),
    Action("app", "single", "3", "tab('single')", "Single source", "propositions, what needs eyes first"),
    Action("app", "articles", "4", "tab('articles')", "Articles",
           "articles, with copies folded under their original"),
    Action("app", "reading", "5", "tab('article')", "Reading", "the open article, else that of the claim in hand"),
    Action("app", "draft", "6", "tab('draft')", "Draft", "the draft of --draft, passage by passage"),
    Action("app", "filter", "slash", "filter", "Filter",
           "search or filter, such as speaker:Hallam ferry", footer=True, first=True),
    Action("app", "facets", "F", "facets", "Facets", "values of the filter words with their counts"),
    Action("app", "help", "question_mark", "help", "Help", "help for what is focused", footer=True),
    Action("app", "theme", "ctrl+t", "theme", "Light/dark", "light or dark"),
    Action("app", "undo", "z", "undo", "Undo", "take back your latest decision, of any session"),
    Action("app", "redo", "Z,ctrl+r", "redo", "Redo", "bring back what you took back"),
    Action("app", "audit", "A", "read('audit')", "Audit", "whom outlets quote: charts of what the filter leaves"),
    Action("app", "latest", "D", "read('latest')", "Decisions", "the latest decisions"),
    Action("app", "leave", "q", "leave", "Back", "back; leaves the browser at the first screen"),
    Action("app", "back", "escape", "step_back", "Back", "back, at last to no filter, but never out of the browser"),
    Action("claim", "correct", "a", "judge('correct')", "Correct",
           "the extraction is right; on to the next", footer=True),
    Action("claim", "wrong", "x", "judge('wrong')", "Wrong", "this is no claim; it no longer weighs", footer=True),
    Action("claim", "unsure", "u", "judge('unsure')", "Unsure", "cannot be decided"),
    Action("claim", "unreviewed", "U", "judge('unreviewed')", "Unreviewed", "as if nobody had looked at it"),
    Action("claim", "speaker", "s", "ask('speaker')", "Speaker",
           "correct the speaker: candidates with reasons", footer=True),
    Action("claim", "edit", "e", "ask('words')", "Words", "correct the words of content, source or cue"),
    Action("claim", "stance", "t", "ask('stance')", "Stance", "correct the stance"),
    Action("claim", "chain", "c", "ask('chain')", "Chain", "correct through whom it came"),
    Action("claim", "missed", "n", "missed", "Missed", "add a claim the machine missed: content, then source"),
    Action("claim", "mark", "m", "mark", "Mark", "mark this claim, to compare another one with it"),
    Action("claim", "same", "equals_sign", "pair('proposition', True)", "Same",
           "one proposition with the marked claim"),
    Action("claim", "not_same", "exclamation_mark", "pair('proposition', False)", "Not same", "another proposition"),
    Action("claim", "same_origin", "o", "pair('origin', True)", "Same origin", "one origin with the marked claim"),
    Action("claim", "other_origin", "O", "pair('origin', False)", "Other origin", "an origin of its own"),
    Action("claim", "note", "N", "ask('note')", "Note", "write a note on it"),
    Action("claim", "outlet", "L", "ask('outlet')", "Outlet", "correct the article's outlet; known from then on"),
    Action("claim", "read", "R", "read_wholly", "Read wholly", "you read the article wholly, or not"),
    Action("claim", "why", "w", "why", "Why", "why the machine says so, and what people decided"),
    Action("claim", "copy", "y", "copy", "Copy", "copy a line to cite it by"),
    Action("list", "open", "enter", "choose", "Open", "open in context", footer=True),
    Action("list", "down", "down,j", "move(1)", "Down", "one row down"),
    Action("list", "up", "up,k", "move(-1)", "Up", "one row up"),
    Action("list", "page_down", "pagedown,ctrl+f", "page(1)", "Page down", "one page down"),
    Action("list", "page_up", "pageup,ctrl+b", "page(-1)", "Page up", "one page up"),
    Action("list", "first", "home,g", "edge(0)", "First", "the first row"),
    Action("list", "last", "end,G", "edge(1)", "Last", "the last row"),
    Action("list", "right", "right,l", "app.next_pane(1)", "Right", "the pane on the right or below"),
    Action("list", "left", "left,h", "app.next_pane(-1)", "Left", "the pane on the left or above"),
    Action("list", "next", "right_square_bracket", "open_row(1)", "Next open", "the next unreviewed claim"),
    Action("list", "previous", "left_square_bracket", "open_row(-1)", "Previous open", "the unreviewed claim before"),
    Action("list", "unfold", "d,space", "unfold", "Copies", "show or hide the copies of an article"),
    Action("article", "next", "right_square_bracket,J,tab", "step(1)", "Next",
           "next claim of the article", footer=True),
    Action("article", "previous", "left_square_bracket,K,shift+tab", "step(-1)", "Previous", "the claim before"),
    Action("article", "down", "down,j", "scroll_by(1)", "Down", "one line down"),
    Action("article", "up", "up,k", "scroll_by(-1)", "Up", "one line up"),
    Action("article", "page_down", "pagedown,space,ctrl+f", "scroll_page(1)", "Page down", "one page down"),
    Action("article", "page_up", "pageup,ctrl+b", "scroll_page(-1)", "Page up", "one page up"),
    Action("article", "top", "home,g", "scroll_edge(0)", "Top", "the top of the article"),
    Action("article", "end", "end,G", "scroll_edge(1)", "End", "the end of the article"),
    Action("article", "notes", "v", "notes", "Who vouches",
           "show or hide who vouches for each claim"),
    Action("article", "editions", "E", "app.read('editions')", "Editions",
           "claims that its editions added, dropped or changed, with the words of both"),
    Action("article", "back", "left,h", "app.retreat", "Back", "back to the list"),
    Action("draft", "open", "enter", "choose", "Open", "open the passage of the record in its article", footer=True),
    Action("draft", "next", "right_square_bracket,J,tab", "step(1)", "Next",
           "next passage of the draft", footer=True),
    Action("draft", "previous", "left_square_bracket,K,shift+tab", "step(-1)", "Previous", "the passage before"),
    Action("draft", "next_open", "n", "step_open(1)", "Next to look at",
           "next passage that is neither verbatim nor in agreement", footer=True),
    Action("draft", "previous_open", "N", "step_open(-1)", "Previous to look at",
           "the one before that is neither"),
    Action("draft", "place", "d", "place", "Another passage", "another of the passages that the record has of it"),
    Action("draft", "down", "down,j", "scroll_by(1)", "Down", "one line down"),
    Action("draft", "up", "up,k", "scroll_by(-1)", "Up", "one line up"),
    Action("draft", "page_down", "pagedown,space,ctrl+f", "scroll_page(1)", "Page down", "one page down"),
    Action("draft", "page_up", "pageup,ctrl+b", "scroll_page(-1)", "Page up", "one page up"),
    Action("draft", "top", "home,g", "scroll_edge(0)", "Top", "the top of the draft"),
    Action("draft", "end", "end,G", "scroll_edge(1)", "End", "the end of the draft"),
    Action("draft", "right", "right,l", "app.next_pane(1)", "Right", "into what the record holds, to scroll it"),
    Action("filter", "leave", "escape", "leave", "Leave", "leave the filter as it was", footer=True),
    Action("filter", "down", "down", "down", "List", "into the list, with what is typed"),
    Action("side", "down", "down,j", "scroll_down", "Down", "one line down"),
    Action("side", "up", "up,k", "scroll_up", "Up", "one line up"),
    Action("side", "page_down", "pagedown,space,ctrl+f", "page_down", "Page down", "one page down"),
    Action("side", "page_up", "pageup,ctrl+b", "page_up", "Page up", "one page up"),
    Action("side", "top", "home,g", "scroll_home", "Top", "the top"),
    Action("side", "end", "end,G", "scroll_end", "End", "the end"),
    Action("side", "right", "right,l", "app.next_pane(1)", "Right", "the next pane"),
    Action("side", "left", "left,h", "app.next_pane(-1)", "Left", "the pane before", footer=True),
    Action("pick", "right", "right,l,w", "word(1)", "Next word", "one word on"),
    Action("pick", "left", "left,h,b", "word(-1)", "Word before", "one word back"),
    Action("pick", "down", "down,j", "line(1)", "Down", "one line down"),
    Action("pick", "up", "up,k", "line(-1)", "Up", "one line up"),
    Action("pick", "begin", "space", "begin", "Begin", "begin or drop the selection at this word", footer=True),
    Action("pick", "part", "plus", "part", "Another part", "keep this part and select another one", footer=True),
    Action("pick", "take", "enter", "take", "Take", "take what is selected", footer=True),
    Action("pick", "nothing", "backspace", "nothing", "Nothing", "there is none"),
    Action("pick", "leave", "escape", "leave", "Leave", "leave it as it was", footer=True),
    Action("choose", "down", "down,ctrl+n", "move(1)", "Down", "one row down"),
    Action("choose", "up", "up,ctrl+p", "move(-1)", "Up", "one row up"),
    Action("choose", "take", "enter", "take", "Take", "take the row, or the text as it is typed", footer=True),
    Action("choose", "leave", "escape", "leave", "Leave", "leave it as it was", footer=True),
    Action("help", "down", "down,j", "turn(1)", "Down", "one line down", footer=True),
    Action("help", "up", "up,k", "turn(-1)", "Up", "one line up"),
    Action("help", "page_down", "pagedown,space,ctrl+f", "turn_page(1)", "Page down", "one page down", footer=True),
    Action("help", "page_up", "pageup,ctrl+b", "turn_page(-1)", "Page up", "one page up"),
    Action("help", "top", "home,g", "turn_edge(0)", "Top", "the top"),
    Action("help", "end", "end,G", "turn_edge(1)", "End", "the end"),
    Action("help", "close", "escape,q,question_mark,enter", "dismiss", "Close", "close", footer=True),
)
# fmt: on
DESK_ACTIONS = {a.action.partition("(")[0] for a in ACTIONS if a.place in ("app", "claim")}
"""What the first screen does, and a window over it does not."""
KEY_SIGNS = {
    "slash": "/",
    "question_mark": "?",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "equals_sign": "=",
    "plus": "+",
    "exclamation_mark": "!",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
}  # fmt: skip
"""Keys whose name is not what stands on them."""
