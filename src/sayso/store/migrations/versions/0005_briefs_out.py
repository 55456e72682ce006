"""When the last version of a brief that is out came out, so that briefs stand in the live feed among story items."""

import json

import sqlalchemy as sa
from alembic import op

from sayso.record.moment import moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BRIEF = sa.table("brief", *map(sa.column, ("seq", "newest", "state", "brief", "out")))


def upgrade() -> None:
    op.add_column("brief", sa.Column("out", sa.Text))
    op.create_index("brief_out", "brief", ["out", "id"])
    at = op.get_bind()
    is_out = (BRIEF.c.newest == 1, BRIEF.c.state.in_(("published", "withdrawn")))
    for row in at.execute(sa.select(BRIEF.c.seq, BRIEF.c.brief).where(*is_out)).all():
        if published := json.loads(row.brief)["published"]:
            at.execute(sa.update(BRIEF).where(BRIEF.c.seq == row.seq).values(out=moment(published)))
