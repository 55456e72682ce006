"""Invented news pages in any number, the same for the same number: what bench/weighing/cost.py fills a record with.

About 300 words each, a thousand a day, one in ten on a story that other pages tell too, in their own words, or in the
same. Their words are drawn from the vocabulary of the encoder by how common words are, names are made of syllables.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from random import Random

A_DAY = 1000
STORIES_A_DAY = 4
STORY_DAYS = 3
SENTENCES = 14
START = datetime(2031, 3, 4)
SYLLABLES = ("ba", "dor", "el", "fen", "gra", "hol", "is", "jun", "ka", "lor", "mi", "nes", "or", "pra", "quil", "ras",
             "sel", "tor", "ul", "ves", "wen", "yar", "zo", "thi", "mar", "dun", "bel", "cor")  # fmt: skip
OUTLETS = 60
COMMONEST = 300  # the words before this place say nothing of a topic and are not drawn
DETERMINERS = ("the", "the", "a", "its", "their", "{n}")
PLACES = ("in {place}", "near the {w}", "of the {w} {w}", "at the {w} of {place}", "outside {place}")
TIMES = ("after the {w} {w}", "before a {w}", "for {n} days", "while the {w} was {w}", "until the {w} {w}")
# Two wordings of each sentence; what is in braces is drawn, the same for both.
WORDINGS = ("{first} {verb}ed {second} {place} {time}", "{time}, {second} {place} was {verb}ed by {first}")
BY = ("{said}, {person} of the {body} said.", "According to {person}, {said}.", "{said}.", "{said}.")


@dataclass(frozen=True)
class Line:
    """A sentence of a page: `content` is what is claimed, `by` who says it, null for the outlet's own voice."""

    sentence: str
    content: str
    by: str | None
    fact: str


@dataclass(frozen=True)
class Invented:
    """A page: `story` names the story it tells, null where it tells its own."""

    number: int
    headline: str
    lines: tuple[Line, ...]
    outlet: str
    published: str
    story: str | None


def invented(number: int, seed: str | None = None) -> Invented:
    """The page of a number; what is drawn for it is drawn by the seed, so that two numbers can have like pages."""
    seed = seed or str(number)
    chance = Random(f"page {seed}")
    at = START + timedelta(days=number // A_DAY, seconds=number % A_DAY * 86)
    story = None
    if chance.random() < 0.1:
        day = number // A_DAY - chance.randrange(STORY_DAYS)
        story = f"story {day} {chance.randrange(STORIES_A_DAY)}"
    own, outlet = f"own {seed}", f"The {name(f'outlet {chance.randrange(OUTLETS)}')} Courier"
    if story is None:
        lines = tuple(line(own, place, chance.randrange(2), chance) for place in range(SENTENCES))
    elif chance.random() < 0.25:  # printed as an agency sent it
        lines = tuple(line(story, place, 0, Random(f"{story} {place}")) for place in range(SENTENCES))
    else:
        told = sorted(chance.sample(range(SENTENCES), 7))
        lines = tuple(line(story, place, chance.randrange(2), chance) for place in told)
        lines += tuple(line(own, place, chance.randrange(2), chance) for place in range(SENTENCES - 7))
    headline = _upper(lines[0].content)
    return Invented(number, headline, lines, outlet, at.isoformat(timespec="minutes"), story)


def line(topic: str, place: int, wording: int, chance: Random) -> Line:
    """One sentence of a topic; its fact is the topic's, its wording and who is named are the page's."""
    fact = Random(f"{topic} {place}")
    where = name(f"{topic} place {place % 2}")

    def phrase(pattern: str) -> str:
        for slot, drawn in (("{w}", lambda: word(fact)), ("{n}", lambda: str(fact.randrange(3, 90)))):
            while slot in pattern:
                pattern = pattern.replace(slot, drawn(), 1)
        return pattern.replace("{place}", where)

    drawn = {
        "first": phrase(f"{fact.choice(DETERMINERS)} {{w}} {{w}}"),
        "verb": word(fact),
        "second": phrase(f"{fact.choice(DETERMINERS)} {{w}} {{w}} and {fact.choice(DETERMINERS)} {{w}}"),
        "place": phrase(fact.choice(PLACES)),
        "time": phrase(f"{fact.choice(TIMES)} {fact.choice(PLACES)}"),
    }
    content = WORDINGS[wording].format(**drawn)
    person = f"{name(f'{topic} first {place % 3}')} {name(f'{topic} last {place % 3}')}"
    how = chance.choice(BY)
    sentence = _upper(how.format(said=content, person=person, body=f"{name(f'{topic} body')} {word(fact)}"))
    claimed = content if content in sentence else _upper(content)
    return Line(sentence, claimed, person if "person" in how else None, f"{topic} {place}")


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]


def name(seed: str) -> str:
    """An invented name."""
    chance = Random(seed)
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 4))).capitalize()


def word(chance: Random) -> str:
    """A word, the commoner the likelier."""
    known = vocabulary()
    return known[int(COMMONEST * (len(known) / COMMONEST) ** chance.random()) - 1]


@cache
def vocabulary() -> tuple[str, ...]:
    """Words of four letters and more, the commonest first."""
    told = json.loads(files("sayso.read").joinpath("models/tokenizer.json").read_text("utf-8"))
    ranked: Iterator[str] = iter(sorted(told["model"]["vocab"], key=lambda one: told["model"]["vocab"][one]))
    return tuple(one for one in ranked if one.isalpha() and one.isascii() and len(one) > 3)
