"""The web server for phones: it parses, calls the room and translates; every rule is in `sessions`."""

from panel_tui.web.app import build_app
from panel_tui.web.certificate import Certificate
from panel_tui.web.server import PhoneServer, serve

__all__ = ["Certificate", "PhoneServer", "build_app", "serve"]
