"""The web server for phones: it parses, calls the room and translates; every rule is in `sessions`."""

from .app import build_app
from .certificate import Certificate
from .server import PhoneServer, serve

__all__ = ["Certificate", "PhoneServer", "build_app", "serve"]
