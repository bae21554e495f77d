"""Where the program starts: `panel-tui`, or `python -m panel_tui`.

Nothing of ours is read in before Ctrl+C is heard, so that a key pressed in the first half second prints no traceback.
"""

_STOPPED = 130  # what a shell is told of a program that Ctrl+C ended


def main() -> None:
    """Run the command line; stopped while it is still being read in, end without a word: nothing has begun."""
    try:
        from panel_tui.cli import main as command_line
    except KeyboardInterrupt:
        raise SystemExit(_STOPPED) from None
    command_line()


if __name__ == "__main__":
    main()
