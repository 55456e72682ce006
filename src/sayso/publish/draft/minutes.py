"""How long a brief takes to read."""

from sayso.record import Brief

WORDS_A_MINUTE = 238  # silent reading of English non-fiction, Brysbaert 2019 (meta-analysis of 190 studies)


def reading_minutes(brief: Brief) -> int:
    """Whole minutes, at least one."""
    words = sum(len(line.text.split()) for line in brief.lines) + len(brief.headline.split())
    return max(1, round(words / WORDS_A_MINUTE))
