"""Text made plain before it is put into words: one form of every mark, addresses said, brackets opened."""

import re
import unicodedata

from sayso.publish.speech.vocabulary import either, pairs, word, words

_ALIKE = str.maketrans(dict(pairs("marks", "alike")))
_SAID = {ord(mark): said for mark, said in pairs("marks", "said").items() if mark in "&=×÷"}
_WEB = pairs("marks", "web")
_DOT, _AT, _HASHTAG = _WEB["dot"], _WEB["at"], _WEB["hashtag"]
_GROUPS = re.compile("(?<=\\d)(?:[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))| (?=000(?!\\d)))")
_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63}){0,8}"
_MAIL = re.compile(rf"(?<![\w.+-])([\w+-]{{1,64}}(?:\.[\w+-]{{1,64}}){{0,4}})@({_HOST})")
_LINK = re.compile(rf"\b(?:https?://(?:www\.)?|www\.)({_HOST})(?::\d{{1,5}})?(?:[/?#][^\s<>\"]{{0,2000}}+)?", re.I)
_BARE = re.compile(
    rf"(?<![\w@.-])((?:[A-Za-z0-9-]{{1,63}}\.){{1,4}}(?:{either(words('marks', 'ends'))}))"
    r"(?![\w-]|\.\w)(/[^\s<>\"]{0,2000}+)?"
)
_SPACED = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3}){2,5}(?![\w,])")
_COMMA = re.compile(r"(?<![\w,.])(\d{1,3}),(\d{1,2})(?![\w,]|\.\d)")
_HANDLE = re.compile(r"(?<!\w)@(?=\w)")
_TAG = re.compile(r"(?<!\w)#(?=[A-Za-z_])")
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_PLURAL = re.compile(r"(?<=\w)\((e?s)\)")
_ASIDE = re.compile(rf"\s?[(\[](?:{either(words('marks', 'aside'))})\s?[)\]]", re.I)
_OPEN, _CLOSE = re.compile(r"\s*+[({]++\s*+"), re.compile(r"\s*+[)}]++")
_SQUARE = re.compile(r"[\[\]]++")
_AMPERSAND = re.compile(r"(?<=[A-Z])&(?=[A-Z])")


def tidied(text: str) -> str:
    """The text on one line without marks that nobody says; letters and figures stay as they are."""
    text = _GROUPS.sub(",", unicodedata.normalize("NFC", text)).translate(_ALIKE)
    text = _SPACED.sub(lambda found: found[0].replace(" ", ","), text)
    return " ".join(_COMMA.sub(r"\1.\2", _addresses("".join(map(_plain, text)))).split())


def opened(text: str) -> str:
    """Brackets as pauses, without what editors put in them."""
    text = _ASIDE.sub("", _PLURAL.sub(r"\1", _LETTER.sub(r"\1", text)))
    text = _CLOSE.sub(",", _OPEN.sub(", ", _SQUARE.sub("", text)))
    return _AMPERSAND.sub(f" {word('numerals', 'and')} ", text).translate(_SAID)


def _addresses(text: str) -> str:
    """Addresses of the web and of people as they are said."""
    text = _MAIL.sub(lambda found: f"{_dots(found[1])} {_AT} {_dots(found[2])}", text)
    text = _LINK.sub(lambda found: _dots(found[1]) + _end(found[0]), text)
    text = _BARE.sub(lambda found: _dots(found[1]) + _end(found[2] or ""), text)
    return _TAG.sub(f"{_HASHTAG} ", _HANDLE.sub(f"{_AT} ", text))


def _dots(host: str) -> str:
    return host.replace(".", f" {_DOT} ").replace("_", " ").replace("-", " ")


def _end(link: str) -> str:
    """The mark of the sentence that stands at the end of an address."""
    return link[-1:] if link[-1:] in ".,;:!?)" else ""


def _plain(mark: str) -> str:
    """A character, or what stands for it: white space, plain digits, nothing for what is neither seen nor said."""
    if mark.isascii() and mark.isprintable():
        return mark
    kind = unicodedata.category(mark)
    if kind.startswith("Z") or mark in "\n\r\t\v\f":
        return " "
    if kind == "Nd":
        return str(unicodedata.decimal(mark))
    if kind[0] == "C" or kind in ("So", "Sk", "Me") and mark not in "°№":
        return "" if kind != "So" else " "
    return mark
