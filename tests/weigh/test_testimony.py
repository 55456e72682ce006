"""Which claims of a page are weighed."""

from dataclasses import replace

from tests.make_pages import Said, kept, said, story

from sayso.record import Reading
from sayso.weigh.account.accounts import accounts_of


def weighed(reading: Reading) -> list[str]:
    return [one.content for account in accounts_of(reading) for one in account.testimonies]


def page(one: Said) -> Reading:
    return kept(story(None, f"The Front denies {one.content}.", says=[one]))[0]


def test_a_denial_may_be_two_words() -> None:
    """ "denied losing Velin" answers a question; the same two words asserted do not."""
    words = said("losing Velin", "the Front", stance="denies")

    assert (weighed(page(words)), weighed(page(replace(words, stance="asserts")))) == (["losing Velin"], [])


def test_what_a_reporter_sees_is_weighed() -> None:
    """Also without a verb, and where the reading takes seeing for an attitude."""
    reading = page(said("an empty blue boat on the sand", "our reporter"))
    claim = replace(reading.claims[0], mode="attitude")
    seen = replace(claim, chain=(*claim.chain[:-1], replace(claim.chain[-1], relation="witnessed")))

    found = [weighed(replace(reading, claims=(one,))) for one in (claim, seen)]
    assert found == [[], ["an empty blue boat on the sand"]]


def test_what_is_done_by_saying_it_is_weighed_whole() -> None:
    """ "Conceded defeat": the sentence is what is so; "praised the vote" tells of nothing that is so."""

    def found(cue: str) -> list[str]:
        reading = kept(story(None, f"Ana Reth {cue} the vote in Velin.", says=[said("the vote in Velin", "Ana Reth")]))[
            0
        ]
        claim = replace(reading.claims[0], cue=cue, span=reading.texts[0].span)
        return weighed(replace(reading, claims=(claim,)))

    assert (found("conceded"), found("praised")) == (["Ana Reth conceded the vote in Velin."], [])


def test_the_present_of_a_known_verb_makes_a_sentence() -> None:
    """ "The ward shuts at Easter" asserts; "the wards of Velin at Easter" names."""
    found = [weighed(page(said(content, "Ana Reth"))) for content in ("the ward shuts at Easter", "the wards of Velin")]

    assert found == [["the ward shuts at Easter"], []]
