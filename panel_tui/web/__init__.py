"""The web server for phones: it parses, calls the room and translates; every rule is in `sessions`."""

from .app import build_app
from .server import PhoneServer, serve

__all__ = ["PhoneServer", "build_app", "serve"]
