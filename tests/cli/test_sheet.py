"""A whole reading as a person sees it."""

import io
from dataclasses import replace

import pytest

from cli.made import ARTICLE, BRIEF, READING, RELAYED
from sayso.cli.screen import Screen
from sayso.cli.sheet import say_reading
from sayso.record import Missed


def shown(reading=READING, **how) -> str:
    out = io.StringIO()
    say_reading(Screen(out), reading, **how)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def test_the_head_of_an_article_tells_who_when_and_what_is_attached() -> None:
    """Byline, time with its missing zone, reading time, caption with its credit and the disclosure all show."""
    out = " ".join(shown().split())
    assert "by Ilka Moren and Tev Aldous · 2031-03-04 21:57, zone not printed · 2 minutes to read" in out
    assert "picture: The upper dam at Sorrel. (credit: Pia Lund/Norda)" in out
    assert "notice: This audio is read by a machine" in out


def test_a_brief_shows_its_inferred_clock_and_its_uncaptured_update() -> None:
    assert "2031-03-04 14:20, zone not printed (inferred) · updated: time not captured" in shown()


def test_a_chain_is_a_tree_from_the_outlet_to_the_speaker() -> None:
    """Each hop stands one level deeper, with its verb as printed and the anonymity in words."""
    assert (
        " 1  outlet not named\n"
        "    └── Vesna Courier · reported\n"
        "        └── sources in the ministry · “told” · unnamed, two or more sources\n"
    ) in shown()


def test_a_verb_shared_by_relay_and_speaker_stands_once() -> None:
    """In "told the Courier" one verb carries both hops: it stands with the speaker."""
    outlet, courier, speaker = RELAYED.chain
    claim = replace(RELAYED, chain=(outlet, replace(courier, cue="told"), speaker))
    out = shown(replace(READING, claims=(claim,)))
    assert "    └── Vesna Courier\n        └── sources in the ministry · “told”" in out


def test_said_happened_and_published_stand_apart() -> None:
    out = " ".join(shown().split())
    assert "happened 2031-03-02 (“opened”) · published 2031-03-04 21:57" in out
    assert "said 2031-03-03 · published 2031-03-04 21:57" in out


def test_an_event_without_a_time_adds_no_times() -> None:
    """The publication stands beside other times; alone it is in the head already."""
    events = tuple(replace(event, when=None) for event in READING.events)
    assert "published" not in shown(replace(READING, events=events, claims=(RELAYED,)))


def test_what_is_said_not_to_have_happened_says_so() -> None:
    events = tuple(replace(event, polarity="negative") for event in READING.events)
    assert "not happened 2031-03-02 (“opened”)" in shown(replace(READING, events=events))


def test_a_denial_and_its_figures_are_told() -> None:
    assert "    denies\n    figures: all 12 gates (4 of them at night)\n" in shown()


def test_the_outlets_own_sentences_are_folded_to_their_number() -> None:
    """They show with --all, numbered on, without a tree."""
    assert "The river has fallen since" not in shown()
    assert shown().count("1 sentence in the outlet's own voice: --all shows it") == 2
    everything = shown(own_voice=True)
    assert "outlet not named · in its own voice\n    {The river has fallen since.}" in everything
    assert "--all shows" not in everything


def test_many_pictures_are_folded() -> None:
    """Three captions show; the rest are counted until --all."""
    captions = tuple(replace(ARTICLE.captions[0], text=f"View number {n}.") for n in range(5))
    reading = replace(READING, texts=(replace(ARTICLE, captions=captions),))
    assert shown(reading).count("picture: View number") == 3
    assert "2 more pictures: --all shows them" in shown(reading)
    assert shown(reading, own_voice=True).count("picture: View number") == 5


def test_an_update_at_the_hour_of_publication_is_not_repeated() -> None:
    """Pages that print the same time twice show it once; another time is told."""
    same = replace(READING, texts=(replace(ARTICLE, updated=ARTICLE.published),))
    later = replace(READING, texts=(replace(ARTICLE, updated=BRIEF.published),))
    assert "updated" not in shown(same)
    assert "updated: 2031-03-04 14:20" in " ".join(shown(later).split())


def test_the_same_reason_is_told_once() -> None:
    missed = tuple(Missed(what=text.id, why="no reader for language ru") for text in READING.texts)
    out = " ".join(shown(replace(READING, missed=missed)).split())
    assert out.count("no reader for language ru") == 1
    assert "missed: Dam gates opened before the flood, Courier reports and 2 more passages: no reader" in out


def test_parts_show_their_label_and_place() -> None:
    assert "furniture             0-15  Menu Subscribe" in shown(parts=True)


def test_a_passage_that_was_missed_is_told() -> None:
    reading = replace(READING, missed=(Missed(what="table", why="no columns"),))
    assert "missed: table: no columns" in shown(reading)


def test_nothing_is_wider_than_eighty_columns_or_ends_in_spaces() -> None:
    """Piped output neither overflows nor trails."""
    lines = shown(own_voice=True, parts=True, name="/a/very/long/path/to/" + "page" * 30).splitlines()
    assert [line for line in lines if len(line) > 80 or line != line.rstrip()] == []


def test_a_page_without_any_story_says_so() -> None:
    reading = replace(READING, texts=(), claims=(), parts=(), sentences=(), events=())
    assert "no story found · 0 attributed claims" in shown(reading)


def test_hostile_headlines_and_names_are_harmless() -> None:
    """No escape of a page reaches the screen from any field that the sheet prints."""
    bad = "\x1b[2J\u202e[red]x"
    texts = (
        replace(ARTICLE, headline=bad, byline=(bad,), section=bad, dateline=bad, disclosures=(bad,)),
        replace(BRIEF, headline=bad, url=bad),
    )
    out = shown(replace(READING, texts=texts, page=replace(READING.page, outlet=bad, url=bad)), name=bad)
    assert "\x1b" not in out and "\u202e" not in out
    assert "\\x1b[2J\\u202e[red]x" in out


def test_colours_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets words and brackets alone; a forced terminal gets styles and no brackets."""
    assert "\x1b[" not in shown() and "<told>" in shown()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in shown() and "<told>" not in shown()


def test_no_color_keeps_the_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR on a terminal leaves no colour, but styles and brackets."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    out = shown()
    assert "\x1b[36m" not in out and "\x1b[1;36m" not in out
    assert "<" in out and "\x1b[1m" in out
