"""HTML elements as data: what each does to the text around it, and the places it makes."""

# What an element does to the text around it; the bigger, the rarer.
PLAIN, INLINE, BLOCK, CUSTOM, SKIP, BREAK, DRAWING, PICTURE = range(8)
DOES = {
    # inline, and its attributes tell nothing
    PLAIN: "b i u s em strong sup sub code kbd samp var wbr bdi bdo ruby rb rt big strike tt nobr ins mark math"
    " picture html head",
    INLINE: "a span font abbr acronym cite q small time data dfn del label output meter progress",
    BLOCK: "body div p section article header footer nav aside main h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt dd"
    " menu dir table caption thead tbody tfoot tr td th blockquote pre listing figure figcaption form fieldset legend"
    " address hr details summary center search frameset select option optgroup textarea dialog",
    CUSTOM: "button",  # and every name not here: a block outside paragraphs, inline in them
    SKIP: "script meta link title noscript style template noframes noembed object embed applet audio canvas datalist"
    " rp param source track title desc defs metadata base area map colgroup col input",
    BREAK: "br",
    DRAWING: "svg",
    PICTURE: "img video iframe",
}  # fmt: skip
FLUENT = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
PROSE = FLUENT | {"li", "dd", "dt", "td", "th", "blockquote", "pre", "figcaption", "caption", "summary"}
WHITE = frozenset(" \t\n\r\f\xa0")
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f \t\n\r\f"
SPEAKS = ("class", "id", "itemprop", "role", "rel", "data-testid", "data-component", "data-qa", "property")

# Where an element stands: kept as bits, handed down from ancestors.
FIGURE, FIGCAPTION, NAV, HEADER, FOOTER, ASIDE, ARTICLE, MAIN = (1 << bit for bit in range(8))
LIST, QUOTE, TABLE, FORM, HEADING, PARAGRAPH, PRE, LINK, CONTROL = (1 << bit for bit in range(8, 17))
PLACES = {
    "figure": FIGURE, "figcaption": FIGCAPTION, "nav": NAV, "header": HEADER, "footer": FOOTER, "aside": ASIDE,
    "article": ARTICLE, "main": MAIN, "ul": LIST, "ol": LIST, "dl": LIST, "menu": LIST, "blockquote": QUOTE,
    "table": TABLE, "form": FORM, "p": PARAGRAPH, "pre": PRE, "textarea": PRE | CONTROL, "button": CONTROL,
    "select": CONTROL, "option": CONTROL, "h1": HEADING, "h2": HEADING, "h3": HEADING, "h4": HEADING,
    "h5": HEADING, "h6": HEADING, "a": LINK, "listing": PRE, "dialog": CONTROL, "label": CONTROL,
    "b": 1, "strong": 1,  # of plain elements: whether they are strong
}  # fmt: skip
KIND_OF = {tag: (does, PLACES.get(tag, 0)) for does, tags in DOES.items() for tag in tags.split()}
UNKNOWN = (CUSTOM, 0)
ROLES = {
    "navigation": NAV, "banner": HEADER, "contentinfo": FOOTER, "complementary": ASIDE, "article": ARTICLE,
    "main": MAIN, "dialog": CONTROL, "alertdialog": CONTROL, "button": CONTROL, "search": FORM, "menu": NAV,
}  # fmt: skip
