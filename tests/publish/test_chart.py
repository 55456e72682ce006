"""Figures over time are one small picture that tells in words what it shows."""

from xml.etree import ElementTree

from sayso.publish.chart import Figure, chart, charted

SVG = "{http://www.w3.org/2000/svg}"


def a_figure(at: str, low: float, high: float | None, counts: str = "injured", voice: str = "the governor") -> Figure:
    return Figure(at=at, low=low, high=high, counts=counts, voice=voice)


FIGURES = [
    a_figure("2031-03-04T18:00:00", 7, 9, voice="<b>\x00the mayor"),
    a_figure("2031-03-04T12:00:00", 3, None),
    a_figure("2031-03-04T15:00:00+01:00", 5, 5, "Injured"),
    *[a_figure(f"2031-03-04T{hour}:00:00", 400, 400, "houses") for hour in (13, 14, 15, 16)],
]


def test_a_picture_says_what_it_shows() -> None:
    """A title, a description, one figure a mark in the order of time; what nobody counts otherwise is left out."""
    root = ElementTree.fromstring(chart(FIGURES))
    assert root.findtext(f"{SVG}title") == "injured: 3 figures over time"
    assert root.findtext(f"{SVG}desc") == (
        "at least 3 injured, the governor, 2031-03-04 12:00. 5 Injured, the governor, 2031-03-04 15:00. "
        "7 to 9 injured, <b>the mayor, 2031-03-04 18:00."
    )
    assert (len(root.findall(f".//{SVG}circle")), len(root.findall(f".//{SVG}line"))) == (3, 1)
    assert len(root.findall(f".//{SVG}path[@class='chart-open']")) == 1


def test_a_picture_has_no_style_and_no_script() -> None:
    """Colours come from classes, so that it is read in the light and in the dark and a strict policy lets it."""
    root = ElementTree.fromstring(chart(FIGURES))
    assert not [one for one in root.iter() if "style" in one.attrib or one.tag in (f"{SVG}style", f"{SVG}script")]
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on")]


def test_later_figures_stand_further_right_and_greater_ones_higher() -> None:
    root = ElementTree.fromstring(chart(FIGURES))
    dots = [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in root.findall(f".//{SVG}circle")]
    assert dots == sorted(dots) and [y for _, y in dots] == sorted((y for _, y in dots), reverse=True)


def test_one_figure_is_no_picture() -> None:
    assert (chart(FIGURES[:1]), chart([]), chart([*FIGURES[:1], FIGURES[3]])) == ("", "", "")


def test_a_figure_keeps_its_hedge_and_is_drawn_once() -> None:
    """A headline and a lead that give the same figure are one mark."""
    about = Figure(at="2031-03-04T19:00:00", low=12, high=12, counts="injured", voice="a nurse", bound="about")
    root = ElementTree.fromstring(chart([*FIGURES, about, about], "second"))
    assert (root.findtext(f"{SVG}desc") or "").endswith("about 12 injured, a nurse, 2031-03-04 19:00.")
    assert (len(root.findall(f".//{SVG}circle")), root.attrib["aria-labelledby"]) == (4, "second-title second-desc")


def test_what_one_voice_repeats_stands_where_it_first_said_so() -> None:
    """Reprints of a figure are no new figures; another voice's is one."""
    again = [a_figure(f"2031-03-04T{hour}:00:00", 3, 3) for hour in (15, 12, 18)]
    other = [a_figure("2031-03-04T16:00:00", 3, 3, voice="a nurse"), a_figure("2031-03-04T17:00:00", 5, 5)]
    assert [one.at[11:13] for one in charted([*again, *other])] == ["12", "16", "17"]
