"""Whose each turn is, where people speak by turns: letters, exchanges in one paragraph, replies."""

from __future__ import annotations

import pytest

from claims.model import Article
from claims.pipeline import Pipeline

pytestmark = pytest.mark.model

HEARING = (
    "MR OWEN TARRANT (sworn)\nQuestions by MS OAKES\n\nMS OAKES: Were you the harbour master?\n\n"
    "A. I was, until May.\n\nQ. Did anybody tell you of the crack?\n\nA. Nobody told me of it."
)
CONFERENCE = (
    "THE MODERATOR: We have Iris Halden with us today.\n\nIRIS HALDEN: It felt good out there.\n\n"
    "Q. You were late at first. Was it the wind?\n\nIRIS HALDEN: It was, and my own nerves."
)
DOORSTEP = (
    "THE HON LENA MARCHANT MP\nMINISTER FOR PORTS\n\nDOORSTOP INTERVIEW\n\n"
    "MINISTER MARCHANT: Thanks for coming out. The quay is finished.\n\n"
    "JOURNALIST: Minister, will you drop the fee?\n\nMARCHANT: No, we will keep it."
)
DEBATE = (
    "The debate was short. “What does it cost?” asked Coun. Marta Orlov. “Eleven thousand,” "
    "treasurer Dale Finch said. “For a shed?” “With a roof,” said Finch. “Then I am against it,” Orlov said."
)
TRIAL = (
    'The hearing was over at noon. "Did you open the gate?" prosecutor Helen Marsh asked. "No," Victor Dunn said. '
    '"Who did?" she asked. "My uncle," he said.'
)
COUPLE = (
    "“The boat is sold,” said Karin Holt of the yard.\n\n“We never signed,” said Peter Lund, her neighbour.\n\n"
    "“You did,” she replied."
)
COUNCIL = (
    "“What is it?” asked the mayor, Faye Lombard. “She called me a galah.” “I called your motion one,” said "
    "Trish Bower. “There is no rule on birds,” the mayor replied."
)
LOCALS = (
    "Outside the shut bank in Tarne the talk was short.\n\n– When did they tell you? I asked Joy Lund, who kept it.\n\n"
    "– On a Thursday. By letter.\n\n– It is a shame, corrects her neighbour, Žarko Šimić. The next one is far away.\n\n"
    "– He knows the road, says Faye Holm, 70, from the steps of her shop.\n"
)
INSERTED = (
    "The chairman, Osvald Lund, spoke on Monday. The board, Lund said later, notices everything. "
    "Traders should not hoard, added the minister of ports, Karin Holt."
)
SERVED = (
    "Glenda Holm wiped the counter and turned the sign around. “Forty years are enough for anybody.”\n\n"
    "Her assistant, Peter Lund, wipes his hands on his apron. “We ran out of bags on Wednesday.”"
)
SEVERAL = (
    (LOCALS, "When did they tell you?", None),
    (LOCALS, "On a Thursday. By letter.", "Joy Lund"),
    (LOCALS, "It is a shame The next one is far away.", "Žarko Šimić"),
    (LOCALS, "He knows the road", "Faye Holm"),
    (INSERTED, "The board notices everything", "Osvald Lund"),
    (INSERTED, "Traders should not hoard", "Karin Holt"),
    (SERVED, "Forty years are enough for anybody.", "Glenda Holm"),
    (SERVED, "We ran out of bags on Wednesday.", "Peter Lund"),
    (COUNCIL, "There is no rule on birds", "Faye Lombard"),
    (HEARING, "I was, until May.", "OWEN TARRANT"),
    (HEARING, "Did anybody tell you of the crack?", "OAKES"),
    (HEARING, "Nobody told me of it.", "OWEN TARRANT"),
    (CONFERENCE, "We have Iris Halden with us today.", None),
    (CONFERENCE, "You were late at first. Was it the wind?", None),
    (DOORSTEP, "Thanks for coming out. The quay is finished.", "Lena Marchant"),
    (DOORSTEP, "Minister, will you drop the fee?", None),
    (DEBATE, "Eleven thousand", "Dale Finch"),
    (DEBATE, "For a shed?", "Marta Orlov"),
    (DEBATE, "With a roof", "Dale Finch"),
    (TRIAL, "Who did?", "Helen Marsh"),
    (COUPLE, "You did", "Karin Holt"),
)


def claims_of(pipeline: Pipeline, text: str) -> dict[str, tuple[str | None, str]]:
    """Speaker and stance of each claim, by its words."""
    (reading,) = pipeline.read([Article("talk", text)])
    return {
        " ".join(text[s:e] for s, e in claim.content).strip(",."): (
            claim.speaker.name,
            claim.stance.stance,
        )
        for claim in reading.claims
    }


@pytest.mark.parametrize(("text", "words", "speaker"), SEVERAL)
def test_each_turn_is_whose_it_is(
    pipeline: Pipeline, text: str, words: str, speaker: str | None
) -> None:
    """Letters stand for who examines and who is examined, a bare reply is whose turn it is, and nobody
    answers himself."""
    assert claims_of(pipeline, text)[words.strip(",.")][0] == speaker


def test_a_question_under_a_letter_asks(pipeline: Pipeline) -> None:
    """Also where words stand before it that do not."""
    assert claims_of(pipeline, CONFERENCE)["You were late at first. Was it the wind?"][1] == "ask"


def test_what_goes_on_behind_a_tag_stays_its_speakers(pipeline: Pipeline) -> None:
    """Another's quotation right behind makes it no reply."""
    text = "“It is late,” said Marta Orlov. “We should go.” “No,” said Dale Finch, and sat down."
    assert "We should go" not in claims_of(pipeline, text)


DASHES = (
    "The rink is a field of mud again.\n\n— My father flooded it every night, says Armand Lavoie, 71.\n\n"
    "— And now?\n\n— Now we wait, he says.\n\nHe points at the fence.\n\n— It was the frost that held it.\n\n"
    "— Will it come back?\n\n— Not this year, says Lavoie."
)
SET_IN = (
    "The village learned of the pit by chance.\n\n—Nobody asked us —said Elena Vidal, head of the water board—. "
    "They came at night.\n\n—And the priest? —asked this reporter.\n\n—He blessed it —she replied."
)
ACTS = (
    "Owen Tarrant lifts the lid and steps back from the steam. “It is allowed to sigh.”\n\n"
    "His wife, Karin, shook her head behind him. “Forty years and he cannot cook.”\n\n"
    "Tarrant said later that his glasses were in the truck."
)
BARE = (
    (DASHES, "And now?", None),
    (DASHES, "It was the frost that held it", "Armand Lavoie"),
    (DASHES, "Will it come back?", None),
    (SET_IN, "Nobody asked us They came at night", "Elena Vidal"),
    (SET_IN, "He blessed it", "Elena Vidal"),
    (ACTS, "It is allowed to sigh", "Owen Tarrant"),
    (ACTS, "that his glasses were in the truck", "Owen Tarrant"),
)


@pytest.mark.parametrize(("text", "words", "speaker"), BARE)
def test_what_has_no_tag_is_whose_the_talk_or_the_act_before_shows(
    pipeline: Pipeline, text: str, words: str, speaker: str | None
) -> None:
    """A question that nobody tagged is nobody's; what follows an act is whoever acts."""
    assert claims_of(pipeline, text)[words][0] == speaker


def test_a_list_under_dashes_is_no_talk(pipeline: Pipeline) -> None:
    """One entry with a tag makes no speech of the others."""
    text = "On the list:\n\n- The pier opens in May.\n\n- The school is shut.\n\n- Rain is coming, says Ivo Braga."
    assert "The school is shut" not in claims_of(pipeline, text)


MINUTES = (
    "Minutes\n- The pier is shut, said Holm.\n- Apologies were received.\n- The next meeting is in May.\n"
    "- It is late, said Orr."
)


def test_points_of_a_list_without_a_tag_are_nobodys_speech(pipeline: Pipeline) -> None:
    """Though as many have one."""
    assert [*claims_of(pipeline, MINUTES)] == ["The pier is shut", "It is late"]


@pytest.mark.parametrize(
    "text",
    [
        MINUTES.replace("-", "–"),
        MINUTES.replace("Minutes", "Ada Holm put the papers down."),
        MINUTES.replace("in May.", "in May. Who comes?"),
    ],
)
def test_long_dashes_a_question_or_who_acts_before_make_lines_of_hyphens_speech(
    pipeline: Pipeline, text: str
) -> None:
    assert "Apologies were received" in claims_of(pipeline, text)


OVER_NAME = (
    "“The road will open by four,” said roads director Hugo Marsh. “The bridge comes first. Marsh has run the "
    "department since 2011 and has 60 ploughs.\n\n“My street waited for days,” said Nora Vidal, a nurse. "
    "“I walked to work.”"
)
OVER_TAG = (
    "“We buried him on a Tuesday and the bill came on the Friday, Rosa Quint told the committee. She held it up.\n\n"
    "“I rang them and nobody came.\n\nThe firm's director, Jasper Lind, sat behind. “It should have waited,” he said."
)
NEXT_ONE = (
    "“Who runs a saw without a guard?” said union steward Berta Cano. “Who does that?”\n\n"
    "A company lawyer, Gil Amado, did not dispute the pictures."
)
LETTERS = (
    "LETTERS\n\nLeave the elms alone\nThe county wants to fell forty elms. I have driven the road for years.\n"
    "Harriet Colder, West Denham\n\nSir, – Four pairs nested under our eaves this summer. – Yours, etc,\n\n"
    "(Dr) MURA STANK,\nDunmore."
)
INTERVIEW = (
    "Lena Prigg has called dances for 48 years.\n\n**What makes a good caller?**\n\nBreath, and I like people.\n\n"
    "**Have you ever lost your place?**\n\nEvery night, I am afraid.\n\n**Will you stop?**\n\nI will when it ends."
)
CUT = (
    (OVER_NAME, "The road will open by four The bridge comes first", "Hugo Marsh"),
    (OVER_TAG, "We buried him on a Tuesday and the bill came on the Friday", "Rosa Quint"),
    (OVER_TAG, "I rang them and nobody came", "Rosa Quint"),
    (OVER_TAG, "It should have waited", "Jasper Lind"),
    (NEXT_ONE, "Who runs a saw without a guard? Who does that?", "Berta Cano"),
    (LETTERS, "The county wants to fell forty elms. I have driven the road for years", "Harriet Colder"),
    (LETTERS, "Four pairs nested under our eaves this summer", "MURA STANK"),
    (INTERVIEW, "What makes a good caller?", None),
    (INTERVIEW, "Every night, I am afraid", "Lena Prigg"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), CUT)
def test_words_end_where_somebody_else_begins(
    pipeline: Pipeline, text: str, words: str, speaker: str | None
) -> None:
    """Where a mark is missing, at a paragraph's end, at a reader's name and at a question in bold."""
    assert claims_of(pipeline, text)[words][0] == speaker
