"""Why a claim was read as it was: each field's words, reader and rule, on sentences of our own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from make import a_claim, a_reading
from sayso.newsroom import read
from sayso.read.chain.reader import Chain
from sayso.read.corefer.reader import Corefer
from sayso.read.events.reader import Events
from sayso.read.grounds import grounds
from sayso.read.names.reader import Names
from sayso.read.quantities.reader import Quantities
from sayso.read.sentences import Sentences
from sayso.read.times.reader import Times
from sayso.record import Ground, Reading, When
from steps import steps

BEFORE = (Sentences(), Names(), Corefer())
AFTER = (Chain(), Quantities(), Times(), Events())
SAMPLES = Path(__file__).parents[2] / "samples" / "pages"
Grounded = tuple[Reading, dict[str, Ground]]


def grounded(text: str, content: str, source: str = "", cue: str = "", *before: tuple[str, str, str]) -> Grounded:
    """The grounds of a claim by field, with the reading; claims of `before` come first."""
    reading = a_reading(text)
    item = replace(reading.texts[0], published=When(earliest="2031-03-04", latest="2031-03-04", grain="day"))
    reading = replace(reading, texts=(item,))
    for reader in BEFORE:
        reading = reader(reading)
    told = [a_claim(reading, c, source=s, cue=q) for c, s, q in (*before, (content, source, cue))]
    reading = replace(reading, claims=tuple(told), made_by=("anatomy@1", "names@1", "corefer@1"))
    for reader in AFTER:
        reading = reader(reading)
    made = tuple(f"{reader.name}@{reader.version}" for reader in AFTER)
    reading = replace(reading, made_by=reading.made_by + made)
    return reading, {ground.field: ground for ground in grounds(reading)[-1].grounds}


def words(reading: Reading, ground: Ground) -> list[str]:
    return [span.of(reading.page.text) for span in ground.spans]


def test_every_field_has_a_ground_and_every_ground_a_reader() -> None:
    """Fields the page says nothing of have one too, with a null value."""
    _, found = grounded("The dam held, Mayor Ada Lind said.", "The dam held", "Mayor Ada Lind", "said")
    assert list(found) == [
        "content", "cue", "source_spans", "chain[0]", "chain[1]", "chain[1].relation", "chain[1].source.kind",
        "chain[1].source.anonymity", "chain[1].source.count", "told_to", "unnamed_because", "manner", "mode", "stance",
        "sure", "stated", "score",
    ]  # fmt: skip
    assert found["told_to"].value is None and found["stated"].value is None
    assert {ground.by for ground in found.values()} >= {"a test", f"chain@{Chain.version}", f"times@{Times.version}"}


def test_a_pronoun_tells_whom_it_stands_for_by_which_rule_and_where_the_name_stands() -> None:
    reading, found = grounded(
        "Mayor Ada Lind said on Monday the dam held. She said the road was closed.",
        "the road was closed",
        "She",
        "said",
    )
    hop = found["chain[1]"]
    assert (hop.value, words(reading, hop)) == ("Ada Lind", ["She", "Ada Lind"])
    assert hop.rule == "“She” stands for “Ada Lind”: who spoke in the sentence before"
    assert found["source_spans"].rule == hop.rule


def test_a_short_name_tells_where_it_stands_in_full() -> None:
    reading, found = grounded(
        "The talks with Oskar Brandt failed. Brandt said the dam held.", "the dam held", "Brandt", "said"
    )
    assert found["chain[1]"].rule == "“Brandt” is “Oskar Brandt” in full"
    assert words(reading, found["chain[1]"]) == ["Brandt", "Oskar Brandt"]


def test_a_relay_tells_its_verb_and_why_it_reports() -> None:
    reading, found = grounded(
        "The dam held, two officials told Norda News Agency.", "The dam held", "two officials", "told"
    )
    assert found["chain[1]"].value == "Norda News Agency"
    assert words(reading, found["chain[1].relation"]) == ["told"]
    assert found["chain[1].relation"].rule == "what an outlet passes on is reported"
    assert (found["chain[2].source.count"].value, found["chain[2].source.count"].rule) == (
        "two voices",
        "the words give the number",
    )
    assert words(reading, found["told_to"])[0].startswith("Norda")


def test_what_reached_the_press_earlier_is_said_to_be_earlier() -> None:
    reading, found = grounded(
        "The dam held, two officials told Norda News Agency.\n\nThe officials said the road was closed.",
        "the road was closed",
        "The officials",
        "said",
        ("The dam held", "two officials", "told"),
    )
    assert found["chain[1]"].rule == "how the same source reached the press earlier on the page"


def test_a_voice_inside_the_words_of_another_is_decided_by_its_own_verb() -> None:
    """Of "the post reported that Lind denied …" the denial is Lind's, and so are the deciding words."""
    reading, found = grounded(
        "The ministry said that Mayor Ada Lind had denied that the dam broke.",
        "that Mayor Ada Lind had denied that the dam broke",
        "The ministry",
        "said",
    )
    assert found["chain[2]"].rule == "heard inside the words of the voice before it"
    assert (found["stance"].value, words(reading, found["stance"])) == ("denies", ["denied"])


def test_an_agency_in_a_dateline_has_no_verb() -> None:
    reading, found = grounded("KARSK (Norda) — The dam held, Lind said.", "The dam held", "Lind", "said")
    assert found["chain[1].relation"].value == "republished"
    assert words(reading, found["chain[1].relation"]) == ["Norda"]


def test_nobody_named_is_said_to_be_nobody() -> None:
    _, found = grounded("It was reported that the dam held.", "the dam held", "", "was reported")
    assert found["source_spans"].rule == "no words name a speaker here"
    assert found["chain[1]"].rule == "no speaker stands beside the words"
    assert (found["chain[1].source.anonymity"].value, found["chain[1].source.kind"].spans) == ("nobody", ())


@pytest.mark.parametrize(
    ("text", "content", "source", "cue", "field", "value", "deciding"),
    [
        ("Lind denied that the dam broke.", "that the dam broke", "Lind", "denied", "stance", "denies", ["denied"]),
        ("Lind vowed to mend it.", "to mend it", "Lind", "vowed", "stance", "promises", ["vowed"]),
        ("The dam may break, Lind said.", "The dam may break", "Lind", "said", "sure", "possible", ["may"]),
        ("Lind wants the dam mended.", "the dam mended", "Lind", "wants", "mode", "attitude", ["wants"]),
        ("The dam held, Lind said.", "The dam held", "Lind", "said", "mode", "statement", ["said"]),
        ("The dam held, Lind said.", "The dam held", "Lind", "said", "stance", "asserts", []),
        (
            "Lind did not elaborate on it.",
            "it",
            "Lind",
            "did not elaborate on",
            "mode",
            "attitude",
            ["did not elaborate"],
        ),
        ("Lind declined to comment on it.", "to comment on it", "Lind", "declined", "stance", "declines", ["declined"]),
    ],
)
def test_the_deciding_words_are_shown(
    text: str, content: str, source: str, cue: str, field: str, value: str, deciding: list[str]
) -> None:
    """The word that makes a denial, a vow, a doubt; where none does, that is what is said."""
    reading, found = grounded(text, content, source, cue)
    assert (found[field].value, words(reading, found[field])) == (value, deciding)
    assert found[field].rule == (None if deciding else "no word says otherwise")


def test_a_time_tells_what_it_was_counted_from() -> None:
    reading, found = grounded("On Sunday Lind said the dam held.", "the dam held", "Lind", "said")
    assert words(reading, found["stated"]) == ["On Sunday"] or words(reading, found["stated"]) == ["Sunday"]
    assert found["stated"].rule == "counted from 2031-03-04, when this was published"


def test_figures_and_events_tell_their_words() -> None:
    reading, found = grounded(
        "The army shot down 50 drones, including 12 over Velin, Lind said.",
        "The army shot down 50 drones, including 12 over Velin",
        "Lind",
        "said",
    )
    assert (found["quantities[0]"].value, words(reading, found["quantities[1]"])) == ("50 drones", ["12", "50"])
    assert found["quantities[1]"].rule == "part of “50”"
    assert words(reading, found["event_ids[0]"]) == ["shot down"]


def test_a_value_of_another_version_is_not_explained_away() -> None:
    """Where the kept value is not what these readers would say, no words are claimed for it."""
    reading, _ = grounded("The dam held, Lind said.", "The dam held", "Lind", "said")
    claim = replace(reading.claims[0], stance="denies")
    found = {g.field: g for g in grounds(replace(reading, claims=(claim,)))[0].grounds}
    assert (found["stance"].value, found["stance"].spans) == ("denies", ())
    assert found["stance"].rule == "read by another version; this one would say asserts"


def test_grounds_are_a_pure_function_of_the_reading() -> None:
    """The same reading gives the same grounds, one for each claim in order, and is itself unchanged."""
    reading = read(str(SAMPLES / "norda-quote-chain.txt"))
    first = grounds(reading)
    assert first == grounds(reading)
    assert [one.claim_id for one in first] == [claim.id for claim in reading.claims]
    spans = [span for one in first for ground in one.grounds for span in ground.spans]
    assert spans and max(span.end for span in spans) <= len(reading.page.text)


def test_work_grows_with_the_page_and_no_faster() -> None:
    """A hostile page that names one person a thousand times costs in step with its length."""

    def of(times: int) -> Callable[[], object]:
        lines = "".join(f"Ada Lind saw line {n}. She said the dam {n}a held.\n\n" for n in range(times))
        reading = a_reading(lines)
        for reader in BEFORE:
            reading = reader(reading)
        claims = tuple(a_claim(reading, f"the dam {n}a held") for n in range(times))
        traced = Chain()(replace(reading, claims=claims))
        return lambda: grounds(traced)

    small, large = steps(of(20)), steps(of(80))
    assert large < small * 6
