"""The web desk: what the record knows as pages for people and JSON for programs, live. It speaks to newsroom alone.

`pages/` holds a router for each kind of page, `shape/` what a template prints of a record type, `gate/` what every
request passes, `live.py` what arrives while somebody reads.
"""

from sayso.desk.app import application

__all__ = ["application"]
