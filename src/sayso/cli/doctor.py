"""`sayso doctor`: what works here, what does not, and what to do about it."""

import click

from sayso.cli.call import Call, shared_options
from sayso.cli.exits import MISSED, READ
from sayso.cli.safe import line_of_json, visible

WORDS = {True: "ok", None: "-", False: "fail"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One finding a line: name, good (true, false, null), what.")
@shared_options
@click.pass_context
def doctor(ctx: click.Context, /, as_json: bool) -> None:
    """Looks at the installation, the model, the settings and the record; exits 1 where something fails."""
    from sayso.newsroom import check

    findings = check(ctx.ensure_object(Call).settings().store_url)
    for finding in findings:
        if as_json:
            click.echo(line_of_json(finding))
        else:
            click.echo(f"{WORDS[finding.good]:<5} {visible(finding.name):<14} {visible(finding.what)}")
    ctx.exit(MISSED if any(finding.good is False for finding in findings) else READ)
