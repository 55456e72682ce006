"""Stand-in until the comparing is merged."""

from sayso.record.fold import words


def terms(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words(text) if len(word) > 3 or word.isdigit()))


def rarity(term: str) -> float:
    return 0.5
