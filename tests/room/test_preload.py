"""Once doors are open nothing is read in any more: where connections hold every file, what is missing ends the day."""

import subprocess
import sys

# who needs a file of the folder all the same, and says so where it cannot be had
NEEDS_A_FILE_ANYWAY = {
    "panel_tui.folder.languages",
    "panel_tui.folder.read_spreadsheet",
}
A_PROGRAM_OF_ITS_OWN = {"panel_tui.running.run rehearse_on_the_wall"}
LATE = """
import ast, sys
from pathlib import Path
import panel_tui.running.run
from panel_tui.running.preload import read_in

read_in()
ours = {n: m for n, m in sys.modules.items() if n.split(".")[0] in ("panel_tui", "screens", "sessions")}
for name, module in sorted(ours.items()):
    for function in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for one in ast.walk(function):
            if isinstance(one, ast.ImportFrom):
                wanted = [one.module] if one.module not in sys.modules else [
                    f"{one.module}.{each.name}" for each in one.names
                    if not hasattr(sys.modules[one.module], each.name)
                ]
            elif isinstance(one, ast.Import):
                wanted = [each.name for each in one.names if each.name not in sys.modules]
            else:
                continue
            for late in wanted:
                print(name, function.name, late)
"""


def test_every_module_that_a_key_a_card_or_a_phone_may_call_for_is_read_in():
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=True)
    late = {tuple(line.split()) for line in done.stdout.splitlines()}
    assert {
        (module, function, wanted)
        for module, function, wanted in late
        if module not in NEEDS_A_FILE_ANYWAY and f"{module} {function}" not in A_PROGRAM_OF_ITS_OWN
    } == set()


def test_so_are_the_manual_and_the_templates_of_phones_and_of_other_screens():
    told = (
        "from panel_tui.running.preload import read_in\nread_in()\n"
        + """
import builtins, io
from jinja2 import Environment
def no_more(*_given, **_named): raise OSError("no file left")
builtins.open = io.open = no_more
from panel_tui.guide import topics
from screens.phone import drawing as phone
from screens.wall_page import drawing as wall
topics(), phone.read_templates(), wall.read_templates()
"""
    )
    subprocess.run([sys.executable, "-c", told], check=True)
