"""``kg serve``: pages for people, a SPARQL endpoint for programs."""

from pathlib import Path

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.errors import UsageError


@click.command("serve", short_help="Serve the graph: pages, linked data, a SPARQL endpoint.")
@options.graph
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=options.Number(0, 65535), default=8080, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="Answer under this name too.")
@click.option("--access-log", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Append it here.")
@options.talking
@click.pass_obj
def command(
    manner: Manner, folder: Path, host: str, port: int, hosts: tuple[str, ...], access_log: Path | None
) -> None:
    """Serve the graph, read-only: pages for people, linked data and a SPARQL endpoint (/sparql) for programs.

    It listens on this machine alone unless --host says otherwise, and answers only under names it was given. A build
    that publishes a new version is followed at once. Ctrl-C stops it. The limits are settings: docs/serve.md.

    \b
    Examples:
      kg serve
      kg serve --graph ct --port 8000
      kg serve --host 0.0.0.0 --allow-host ct.example --access-log access.log
    """
    try:
        from kg.web.serving import serve
    except ModuleNotFoundError as error:
        raise UsageError(
            f"`kg serve` needs the package {error.name}, which is not installed: pip install 'ct-kg[web]'"
        ) from None
    from kg.web.guard import to_file, to_stderr

    def say(address: str) -> None:
        manner.say(f"kg: serving {folder} at {address} (Ctrl-C stops it)")

    log = to_file(access_log) if access_log else None if manner.quiet else to_stderr
    serve(folder, host=host, port=port, hosts=hosts, log=log, ready=say)
