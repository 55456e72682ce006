"""`sayso desk`: the record as pages, in a browser."""

import webbrowser
from contextlib import suppress

import click

from sayso.cli.call import Call, shared_options
from sayso.cli.exits import complain
from sayso.cli.weighing import settle_rest, weighed
from sayso.errors import StoreError


@click.command()
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to open on.")
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="The port; 0: a free one.",
)
@click.option("--open", "open_", is_flag=True, help="Also open it in your browser.")
@shared_options
@click.pass_context
def desk(ctx: click.Context, /, host: str, port: int, open_: bool) -> None:
    """Opens the desk: the record as pages, live, until you press Ctrl-C.

    It opens on this machine alone, for whoever sits at it. On another address people sign in (`sayso people`), and it
    is refused until there are some; put a proxy with https in front. Pages that another sayso adds meanwhile appear by
    themselves.

    \b
    sayso desk
    sayso --store news.sqlite desk --port 0 --open
    """
    from sayso.desk.gate.host import refuse_open_bind
    from sayso.desk.serve import serve

    call = ctx.ensure_object(Call)
    with call.newsroom() as newsroom:
        refuse_open_bind(host, users=sum(one.active for one in newsroom.people()))

    def opened(address: str) -> None:
        click.echo(address)
        complain("the desk is open; Ctrl-C closes it")
        if open_:
            webbrowser.open(address)

    with weighed(call) as newsroom, suppress(StoreError):  # another sayso that writes settles what it keeps
        settle_rest(newsroom)
    with call.newsroom() as newsroom:  # opened anew: it holds no lock, so that others can add pages meanwhile
        serve(newsroom, host, port, opened)
