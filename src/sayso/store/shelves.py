"""What lists show, out of dictionaries: the half of the memory store that the desk asks; see plugs.Shelf."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from sayso.errors import RecordError
from sayso.record import Claim, Item, Point, Reading, Seat, Shown, Sought, Standing, Text
from sayso.record.moment import moment
from sayso.store.edits import Stay
from sayso.store.lists import MOVED, asked
from sayso.store.slips import Slip, keys_asked, slips_of


class MemoryShelf:
    """Lists made from the readings each time they are asked for."""

    _readings: dict[str, Reading]
    _stays: dict[str, Stay]
    _leads: dict[str, str]

    def items(self, choice: Shown) -> Iterator[Item]:
        """Story items, newest first."""
        if choice.limit < 0:
            raise RecordError(f"a limit is 0 (none) or more, not {choice.limit}")
        every = list(self._slips())
        known = {key for _, _, slip in every for key in slip.keys if key.startswith(("voice ", "outlet "))}
        keys = set(keys_asked(asked(choice), known))
        found = [
            self._item(*one)
            for one in every
            if keys <= one[2].keys and self._stood(one[1].id, choice) and within(one[2].at, one[1].id, choice)
        ]
        if choice.led_by is not None:
            found = [one for one in found if one.led_by == choice.led_by]
        if choice.standing is not None:
            told = self._telling(choice.standing)
            found = [one for one in found if one.text.id in told]
        found.sort(key=lambda one: one.cursor, reverse=True)
        limit = choice.limit or len(found)
        back = choice.after is not None and choice.before is None
        return iter(found[-limit:] if back else found[:limit])

    def _telling(self, standing: Standing) -> set[str]:
        """The items that tell of points of a standing."""
        some = self.listed(Sought(standing=(standing,), limit=MOVED))
        return {seat.text_id for seat in self.seated([leader for leader, _ in some])}

    def listed(self, sought: Sought) -> Iterator[tuple[str, Point]]:
        """Kept by the weighing: see counts.py."""
        raise NotImplementedError

    def seated(self, leaders: Collection[str]) -> Iterator[Seat]:
        """Kept by the weighing: see scales.py."""
        raise NotImplementedError

    def item(self, text_id: str) -> Item | None:
        """One story item, null where it is not kept."""
        return next((self._item(*one) for one in self._slips() if one[1].id == text_id), None)

    def _slips(self) -> Iterator[tuple[Reading, Text, Slip]]:
        for reading in list(self._readings.values()):
            slips = slips_of(replace(reading, claims=tuple(map(self._spoken, reading.claims))))
            for text in reading.texts:
                yield reading, self._dated(text), slips[text.id]

    def _spoken(self, claim: Claim) -> Claim:
        """The claim as it is listed."""
        return claim

    def _dated(self, text: Text) -> Text:
        raise NotImplementedError

    def _item(self, reading: Reading, text: Text, slip: Slip) -> Item:
        page = reading.page
        return Item(
            text=text,
            page_id=page.id,
            url=page.url,
            outlet=page.outlet or slip.outlet,
            captured=page.captured,
            at=slip.at,
            lead=slip.lead,
            claims=slip.claims,
            voices=slip.voices,
            until=self._stays[text.id].end,
            led_by=self._leads.get(text.id),
        )

    def _stood(self, text_id: str, choice: Shown) -> bool:
        stay = self._stays[text_id]
        if choice.as_of is None:
            return choice.replaced or stay.end is None
        as_of = moment(choice.as_of, end=True)
        if stay.start is None or stay.start > as_of:
            return False
        return choice.replaced or stay.end is None or stay.end > as_of


def within(at: str, text_id: str, choice: Shown) -> bool:
    """Whether what stands at a moment under an id lies within the times and cursors of a choice."""
    if choice.since is not None and at < moment(choice.since):
        return False
    if choice.until is not None and not "" < at <= moment(choice.until, end=True):
        return False
    here = (at, text_id)
    return not (choice.before and here >= choice.before) and not (choice.after and here <= choice.after)
