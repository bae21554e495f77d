"""Read in all that a running day may need, before it is needed.

A module that is first imported when a key is pressed needs an open file at that moment. Where too many connections
hold them all, the key would end the program; and the room would wait for the disk.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

# whole packages: whatever is added to them later is read in as well
_PACKAGES = (
    "panel_tui.facilitator.dialog_flows",
    "panel_tui.desk",
    "panel_tui.record",
    "panel_tui.web",
    "screens.wall",
    "sessions",
)
_ALONE = (
    "ifaddr",
    "panel_tui.facilitator.palette_commands",
    "panel_tui.folder.own_words",
    "panel_tui.folder.plan_differences",
    "panel_tui.folder.session_folder",
    "panel_tui.guide",
    "panel_tui.offline.save_held",
    "panel_tui.system.fault_trace",  # what breaks for want of a file must not need one to say so
    "qrcode",
    "qrcode.constants",
    "qrcode.util",
    "screens.command_search",
    "screens.guide.manual",
    "screens.phone.drawing",
    "screens.wall_page.drawing",
)
_TEXTUALS = (
    "textual.command",
    "textual.scrollbar",
    "textual.system_commands",
)  # it imports these when first needed
_NEVER = (
    "sessions.audit",
    "sessions.views.record",
)  # for `verify` and exports, which are programs of their own


def read_in() -> None:
    """Import every module a key, a card or a phone may call for, and read the words and pages they are made of."""
    for name in _PACKAGES:
        package = import_module(name)
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            if not found.name.startswith(_NEVER):
                import_module(found.name)
    for name in (*_ALONE, *_TEXTUALS):
        import_module(name)
    from panel_tui.guide import topics
    from panel_tui.record.chain import BEGINNING
    from panel_tui.record.receipts import receipts
    from screens.phone import drawing as phone
    from screens.wall_page import drawing as other_screens

    phone.read_templates()
    other_screens.read_templates()
    topics()
    receipts(BEGINNING, 1)
