"""What touches the world: the command line, the live room, the record, the web server, exports, rehearsal."""

__version__ = "0.1.0"
PROGRAM = f"panel-tui {__version__}"  # what a record says it was made by
