"""Everything Sayso raises on purpose.

SaysoError
├── RecordError           a value breaks a rule of the record (span outside its text, unknown word, bad JSON)
├── SettingsError         sayso.toml or a SAYSO_* variable cannot be used
├── CaptureError          the bytes of a page cannot be taken (binary, empty, too large, truncated)
│   └── FetchError        a URL could not be fetched
├── LineError             the readers of a line are in an order that cannot work
├── ModelError            the encoder or its files are missing or damaged
├── StoreError            the record cannot be opened, written or understood
│   ├── NotKept           nothing with that id is in the record
│   └── Busy              another program is writing to the record: the same can be asked again when it has ended
├── VoiceError            a voice cannot speak, or what it spoke cannot be made a file
└── PlugError             a named plug is unknown or cannot be loaded
"""


class SaysoError(Exception):
    """Something Sayso was asked to do cannot be done."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or (type(self).__doc__ or "").strip())


class RecordError(SaysoError):
    """A value breaks a rule of the record."""


class SettingsError(SaysoError):
    """The settings cannot be used."""


class CaptureError(SaysoError):
    """The bytes of this page cannot be taken."""


class FetchError(CaptureError):
    """The URL could not be fetched."""


class LineError(SaysoError):
    """The readers of the line are in an order that cannot work."""


class ModelError(SaysoError):
    """The reading model is missing or damaged: reinstall sayso."""


class StoreError(SaysoError):
    """The record cannot be opened, written or understood."""


class NotKept(StoreError):
    """Nothing with that id is in the record."""


class Busy(StoreError):
    """Another program is writing to the record: try again when it has ended."""


class VoiceError(SaysoError):
    """The voice cannot speak."""


class PlugError(SaysoError):
    """The plug is unknown or cannot be loaded."""
