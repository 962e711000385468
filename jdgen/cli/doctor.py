"""`jdgen doctor`: what this machine lacks, and the command that mends it."""

from __future__ import annotations

import click


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Try what PDFs need, and say what to install where something is missing."""
    from jdgen.diagnosis import diagnose  # noqa: PLC0415 - help must not wait for it

    checks = diagnose()
    for it in checks:
        click.echo(f"{'ok' if it.ok else 'MISSING':8}{it.what:28}{it.said}")
        if not it.ok:
            click.echo(f"{'':8}{it.remedy}")
    ctx.exit(0 if all(it.ok for it in checks) else 1)
