"""What touches the world: the command line, the live room, the record, the web server, exports, rehearsal."""

__version__ = "0.1.0"
PROGRAM = f"panel-tui {__version__}"  # what a record says it was made by
_STOPPED = 130  # what a shell is told of a program that Ctrl+C ended


def main() -> None:
    """Run the command line. Ctrl+C while it is still being read in ends it without a word: nothing has begun."""
    try:
        from panel_tui.cli import main as command_line
    except KeyboardInterrupt:
        raise SystemExit(_STOPPED) from None
    command_line()
