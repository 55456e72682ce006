"""A claim where it stands, as rows, chains and disputes show it."""

from dataclasses import dataclass

from sayso.desk.shape.links import fragment, of_words
from sayso.desk.shape.voices import Voice, outlet_name, speaker_of, unnamed
from sayso.record import Kept, When
from sayso.record.moment import stood_from
from sayso.record.sentence import Sentence, sentence


@dataclass(frozen=True, slots=True)
class Mention:
    """One claim on one page.

    `verb` is the cue as printed, null in the outlet's own voice; `when` the time its text prints, the last one; `seen`
    the UTC moment from which it stood; `inside` leads to its words on our capture, `outside` to those of the outlet.
    """

    claim_id: str
    page_id: str
    outlet: str
    speaker: Voice
    verb: str | None
    content: str
    sentence: Sentence
    when: When | None
    seen: str
    stance: str
    inside: str
    outside: str

    @property
    def nameless(self) -> bool:
        """Whether neither the page nor its address names an outlet: `outlet` names the page then."""
        return self.outlet == unnamed(self.page_id)


def mention(kept: Kept) -> Mention:
    """A kept claim as a mention."""
    claim, page, text = kept
    outlet = outlet_name(kept)
    told = sentence(page.text, claim.content_spans[0])
    return Mention(
        claim_id=claim.id,
        page_id=page.id,
        outlet=outlet,
        speaker=speaker_of(claim, outlet),
        verb=claim.cue,
        content=" ".join(claim.content.split()),
        sentence=told,
        when=last_time(kept),
        seen=stood_from(page, text) or "",
        stance=claim.stance,
        inside=of_words(kept),
        outside=fragment(page.url, told.words),
    )


def last_time(kept: Kept) -> When | None:
    """The last time that a claim's text prints."""
    updated = kept.text.updated
    return updated if updated and updated.earliest else kept.text.published
