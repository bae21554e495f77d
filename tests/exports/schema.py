"""Write the schema of session.json anew: `python -m tests.exports.schema`; `python -m tests.wording` does it too."""

from importlib import resources
from pathlib import Path

from panel_tui.exports.session_json import FILE, made


def renew() -> None:
    Path(str(resources.files("panel_tui.exports"))).joinpath(FILE).write_bytes(made())


if __name__ == "__main__":
    renew()
