"""Put sample posters on a real terminal: `python -m tests.wall.show lobby scoring --theme projector-dark`."""

from __future__ import annotations

import argparse

from panel_tui.facilitator.wall_app import WallApp
from screens.wall import themes
from screens.wall.posters import LobbyPoster
from tests.wall.posters import hostile
from tests.wall.rooms import FakeRoom, table


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("posters", nargs="*")
    asked.add_argument("--theme", choices=themes.NAMES)
    asked.add_argument("--hostile", action="store_true")
    asked.add_argument("--wifi-first", action="store_true")
    options = asked.parse_args()
    posters = hostile() if options.hostile else ()
    app = WallApp(FakeRoom(*options.posters, posters=posters, state=table()))
    app.theme = options.theme or app.theme
    LobbyPoster.wifi_first = options.wifi_first
    print(app.run())


if __name__ == "__main__":
    main()
