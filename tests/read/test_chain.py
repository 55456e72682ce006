"""Through whom each claim reached the page: chains, kinds, stances and modes on invented sentences."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from growth import growth
from make import a_claim, a_reading
from sayso.read.chain.anonymity import classed
from sayso.read.chain.reader import Chain
from sayso.read.corefer.reader import Corefer
from sayso.read.line import line_of
from sayso.read.names.reader import Names
from sayso.read.sentences import Sentences
from sayso.read.sheet import Sheet
from sayso.record import Claim, Link, Reading, Source, Span

HERE = Path(__file__).parent
READERS = (Sentences(), Names(), Corefer())
HELD_FLOOR = 47  # of the 49 sentences written before the readers; a fall must be noticed


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((HERE / name).read_text("utf-8"))["case"]
    return found


def before_chain(case: Mapping[str, Any]) -> Reading:
    """The case's page as the readers before the chain leave it."""
    names = ("headline", "dateline", "outlet", "byline")
    reading = a_reading(case["text"], **{name: case[name] for name in names if name in case})
    for reader in READERS:
        reading = reader(reading)
    return reading


def traced(case: Mapping[str, Any]) -> Claim:
    """The case's claim with its chain."""
    reading = before_chain(case)
    earlier = [a_claim(reading, c["content"], source=c["source"], cue=c["cue"]) for c in case.get("before", [])]
    own = "own_voice" if case.get("own_voice") else None
    claim = a_claim(reading, case["content"], source=case.get("source", ""), cue=case.get("cue", ""), manner=own)
    return Chain()(replace(reading, claims=(*earlier, claim))).claims[-1]


def said_by(source: Source) -> str:
    return (source.name or source.described_as or "nobody named").lower()


def words(span: Span | None, case: Mapping[str, Any]) -> str:
    """The words under a span of the case's text; "none" where there is none."""
    return span.of(case["text"]) if span else "none"


def seen(claim: Claim, case: Mapping[str, Any]) -> dict[str, Any]:
    """Of the claim, what the case expects something of."""
    speaker = claim.chain[-1].source
    count = [end for end in speaker.count if end is not None] if speaker.count else "none"
    everything = {
        "chain": [said_by(link.source) for link in claim.chain[1:]],
        "speaker": said_by(speaker),
        "kind": speaker.kind,
        "count": count,
        "described": speaker.described_as,
        "anonymity": speaker.anonymity,
        "told_to": words(claim.told_to, case),
        "because": words(claim.unnamed_because, case),
        "used_as": speaker.used_as,
        "stance": claim.stance,
        "mode": claim.mode,
        "sure": claim.sure,
    }
    return {name: value for name, value in everything.items() if name in case}


def expected(case: Mapping[str, Any]) -> dict[str, Any]:
    names = (
        "chain",
        "speaker",
        "kind",
        "count",
        "described",
        "anonymity",
        "told_to",
        "because",
        "used_as",
        "stance",
        "mode",
        "sure",
    )
    want = {name: case[name] for name in names if name in case}
    if "chain" in want:
        want["chain"] = [name.lower() for name in want["chain"]]
    if "speaker" in want:
        want["speaker"] = want["speaker"].lower()
    return want


@pytest.mark.parametrize("case", cases("chain_cases.toml"), ids=lambda case: case["text"][:60])
def test_a_sentence_is_traced(case: dict[str, Any]) -> None:
    """Each case names what the chain, kind, count, stance, mode and sureness must be."""
    assert seen(traced(case), case) == expected(case)


def test_sentences_held_back_are_traced_as_well_as_ever() -> None:
    """The sentences that nothing was tuned on: as many right as when they were first measured, or more."""
    right = sum(seen(traced(case), case) == expected(case) for case in cases("chain_cases_held.toml"))
    assert right >= HELD_FLOOR


def test_the_publisher_is_never_guessed() -> None:
    """Without a name told, the page's own outlet is null, even where the text names outlets."""
    text = "“It rained,” Ana Sur told Norda."
    claim = traced({"text": text, "content": "“It rained,”", "source": "Ana Sur", "cue": "told"})
    first = claim.chain[0]
    assert (first.source.kind, first.source.name, first.relation, first.span) == ("outlet", None, "published", None)


def test_the_publisher_told_is_the_first_hop() -> None:
    """A told outlet's name stands at the head of every chain."""
    claim = traced({"outlet": "Tarn Tribune", "text": "It rained.", "content": "It rained.", "own_voice": True})
    assert [link.source.name for link in claim.chain] == ["Tarn Tribune"]


def test_a_hop_says_where_the_page_names_it_and_how() -> None:
    """Each relay and speaker carries its cue and the span of its words."""
    text = "The vault is empty, Ana Sur told the Tarn Tribune."
    claim = traced({"text": text, "content": "The vault is empty", "source": "Ana Sur", "cue": "told"})
    assert [(link.relation, link.cue, link.span.of(text)) for link in claim.chain[1:] if link.span] == [
        ("reported", "told", "Tarn Tribune"),
        ("told", "told", "Ana Sur"),
    ]


def test_a_relay_is_not_carried_over_to_other_sources() -> None:
    """Only "the sources" go on with the relay the page gave them; the next person does not inherit it."""
    text = "Two aides told Norda that it rained.\n\nTor Lind said the dam held. The aides said it leaked."
    reading = before_chain({"text": text})
    claims = (
        a_claim(reading, "that it rained", source="Two aides", cue="told"),
        a_claim(reading, "the dam held", source="Tor Lind", cue="said"),
        a_claim(reading, "it leaked", source="The aides", cue="said"),
    )
    done = Chain()(replace(reading, claims=claims)).claims
    chains = [[said_by(link.source) for link in claim.chain[1:]] for claim in done]
    assert chains == [["norda", "two aides"], ["tor lind"], ["norda", "two aides"]]


def test_two_speakers_of_one_sentence_keep_their_own_relays() -> None:
    """ "A told X that …, and B told Y that …": X is A's, Y is B's."""
    text = "Ana Sur told Norda that it rained, and Tor Lind told KTV that it snowed."
    reading = before_chain({"text": text})
    claims = (
        a_claim(reading, "that it rained", source="Ana Sur", cue="told"),
        a_claim(reading, "that it snowed", source="Tor Lind", cue="told"),
    )
    done = Chain()(replace(reading, claims=(claims[0], replace(claims[1], cue_spans=(_second(text, "told"),))))).claims
    chains = [[said_by(link.source) for link in claim.chain[1:]] for claim in done]
    assert chains == [["norda", "ana sur"], ["ktv", "tor lind"]]


def test_a_claim_inside_another_is_heard_through_it() -> None:
    """Where one claim's content holds another claim whole, its speaker is a hop of that one."""
    text = "Norda reported that Ana Sur said the dam leaks."
    reading = before_chain({"text": text})
    outer = a_claim(reading, "that Ana Sur said the dam leaks", source="Norda", cue="reported")
    inner = replace(a_claim(reading, "the dam leaks", source="Ana Sur", cue="said"), id="inner")
    done = Chain()(replace(reading, claims=(outer, inner))).claims
    assert [[said_by(link.source) for link in claim.chain[1:]] for claim in done] == [["norda", "ana sur"]] * 2


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("asked", "not to be named because the talks are private"),
        ("requested", "anonymity for fear of reprisals"),
        ("spoke", "on condition of anonymity because the file is sealed"),
        ("insisted", "that her name be withheld because her son works there"),
        ("declined", "to be identified"),
    ],
)
def test_a_wish_not_to_be_named_is_no_claim(cue: str, content: str) -> None:
    """It is dropped, and its reason stands on what the speaker did say."""
    text = f"A diver told Norda that the hull was cracked. The diver {cue} {content}."
    reading = before_chain({"text": text})
    said = a_claim(reading, "that the hull was cracked", source="A diver", cue="told")
    asked = a_claim(reading, content, source="The diver", cue=cue)
    done = Chain()(replace(reading, claims=(said, asked))).claims
    why = content.partition(" because ")[2] or ("fear of reprisals" if "fear" in content else "")
    assert [(claim.id, claim.unnamed_because and claim.unnamed_because.of(text)) for claim in done] == [
        (said.id, why or None)
    ]


def test_a_refusal_to_say_more_is_a_claim() -> None:
    """Only the own name is no matter; declining to discuss the file is."""
    reading = before_chain({"text": "A diver declined to discuss the file."})
    claim = a_claim(reading, "to discuss the file", source="A diver", cue="declined")
    assert len(Chain()(replace(reading, claims=(claim,))).claims) == 1


def test_the_same_speaker_has_the_same_reason() -> None:
    """The reason given once holds for all that the speaker says on the page, and for nobody else."""
    text = (
        "Two pilots, who asked not to be named because they fear for their jobs, said the gauge was broken. "
        "The pilots said the spare was broken too. A mechanic said it was not."
    )
    reading = before_chain({"text": text})
    claims = (
        a_claim(reading, "the gauge was broken", source="Two pilots", cue="said"),
        replace(a_claim(reading, "the spare was broken too", source="The pilots"), cue_spans=(_second(text, "said"),)),
        a_claim(reading, "it was not", source="A mechanic"),
    )
    done = Chain()(replace(reading, claims=claims)).claims
    reasons = [claim.unnamed_because and claim.unnamed_because.of(text) for claim in done]
    assert reasons == ["they fear for their jobs", "they fear for their jobs", None]


def test_the_readers_fit_into_a_line() -> None:
    """Each reader's needs are given before it."""

    class Claims:
        name, version, needs, gives = "claims", "1", ("texts",), ("claims",)

        def __call__(self, reading: Reading) -> Reading:
            return reading

    line = line_of((*READERS, Claims(), Chain()))
    assert [reader.name for reader in line.readers] == ["sentences", "names", "corefer", "claims", "chain"]


def test_the_same_page_is_read_the_same_twice() -> None:
    """Readers hold no state: ids, mentions and chains repeat."""
    case = cases("chain_cases.toml")[0]
    assert (traced(case), before_chain(case)) == (traced(case), before_chain(case))


HOSTILE: dict[str, Callable[[int], str]] = {
    "names": lambda n: " ".join(f"Aa{k} Lind." for k in range(n)),
    "capitals": lambda n: "Aa Bb " * n,
    "stops": lambda n: "." * n,
    "relays": lambda n: "citing Norda which quoted " * n,
    "accordings": lambda n: "according to a report by " * n,
    "owners": lambda n: "Lind’s " * n,
    "clauses": lambda n: "Lind, who " * n,
    "quotes": lambda n: "“" * n + "a",
    "told": lambda n: "who told the Norda reporter from " * n,
    "posts": lambda n: "posted on the app a b " * n,
    "heard": lambda n: "had heard from a clerk that " * n,
    "papers": lambda n: "the clerk’s report of the report by " * n,
    "named": lambda n: "the Norda and the Norda and " * n,
    "wishes": lambda n: "an aide asked not to be named because of the name of the name, " * n,
    "listeners": lambda n: "told in a letter sent to her in the " * n,
    "aliases": lambda n: "a man known as the Aa of Bb named " * n,
    "numbers": lambda n: "between two or three dozen of them " * n,
    "pairs": lambda n: " ".join(
        f"Ada{k} Lind and Bo{k} Berg said so. They said the two men were there." for k in range(n // 4)
    ),
    "trades": lambda n: "The lender said the 31-year-old said the former minister said so. " * (n // 4),
    "firms": lambda n: "Aa & Bb’s Workers’ " * n,
    "speakers": lambda n: "one source familiar with the matter said. " * n,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_page_and_no_faster(kind: str) -> None:
    """Four times the hostile text takes about four times the time; a quadratic pass takes sixteen."""

    def chains(size: int) -> None:
        text = HOSTILE[kind](size)
        reading = before_chain({"text": text})
        claims = tuple(
            Claim(id=str(k), text_id=reading.texts[0].id, span=s, content="x", cue="said",
                  content_spans=(Span(s.start, s.start + 1),), cue_spans=(Span(s.end - 1, s.end),))
            for k, s in enumerate(reading.sentences[:100]) if s.end - s.start > 2
        )  # fmt: skip
        Chain()(replace(reading, claims=claims))

    assert growth(chains, 400) < 10


def _second(text: str, words: str) -> Span:
    start = text.index(words, text.index(words) + 1)
    return Span(start, start + len(words))


@pytest.mark.parametrize("described", ["—", "“”", "..."])
def test_a_source_of_marks_alone_is_vague(described: str) -> None:
    """What is printed where a voice is looked for may hold no word at all."""
    reading = a_reading(f"{described} said so.")
    link = Link(
        source=Source(id="s", kind="unnamed", described_as=described),
        relation="told",
        cue="said",
        span=Span(0, len(described)),
    )
    assert classed(link, Sheet(reading)).source.anonymity == "vague"
