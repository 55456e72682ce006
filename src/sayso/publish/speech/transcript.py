"""What is said and when, as WebVTT beside the player."""

from sayso.record import Cue, Sound


def webvtt(sound: Sound) -> str:
    """The transcript of a sound, one cue a line with the claims it rests on as its identifier's end."""
    cues = (_cue(number, cue) for number, cue in enumerate(sound.cues, 1))
    return "\n\n".join(("WEBVTT", f"NOTE {_safe(sound.disclosure)}", *cues)) + "\n"


def clock(seconds: float) -> str:
    """A moment of a sound: "00:01:02.500"."""
    thousandths = max(round(seconds * 1000), 0)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _cue(number: int, cue: Cue) -> str:
    name = " ".join((str(number), *cue.claim_ids))
    return f"{name}\n{clock(cue.start)} --> {clock(cue.end)}\n{_safe(cue.text)}"


def _safe(text: str) -> str:
    """Words on one line that no player takes for marks or times."""
    return " ".join(text.replace("\0", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split())
