"""Where the power comes from, as each system tells it."""

import pytest

from panel_tui.ready.power import Power, from_pmset, from_supplies, from_windows, power


def supply(root, name, **files):
    (root / name).mkdir(parents=True)
    for file, text in files.items():
        (root / name / file).write_text(f"{text}\n")


def test_a_laptop_that_is_plugged_in(tmp_path):
    supply(tmp_path, "AC", type="Mains", online=1)
    supply(tmp_path, "BAT0", type="Battery", capacity=80, status="Charging")
    assert from_supplies(tmp_path) == Power(mains=True, percent=80)


def test_a_laptop_on_its_battery(tmp_path):
    supply(tmp_path, "AC", type="Mains", online=0)
    supply(tmp_path, "BAT0", type="Battery", capacity=62, status="Discharging")
    assert from_supplies(tmp_path) == Power(mains=False, percent=62)


def test_a_laptop_charged_by_usb_whose_mains_say_no(tmp_path):
    supply(tmp_path, "AC", type="Mains", online=0)
    supply(tmp_path, "ucsi", type="USB", online=1)
    supply(tmp_path, "BAT0", type="Battery", capacity=40, status="Charging")
    assert from_supplies(tmp_path).mains is True


def test_a_battery_alone_tells_by_its_state(tmp_path):
    supply(tmp_path, "BAT0", type="Battery", capacity=100, status="Full")
    assert from_supplies(tmp_path) == Power(mains=True, percent=100)


def test_the_battery_of_a_mouse_is_not_the_laptops(tmp_path):
    supply(tmp_path, "mouse", type="Battery", scope="Device", capacity=5, status="Discharging")
    assert from_supplies(tmp_path) == Power()


def test_what_linux_does_not_say_is_left_open(tmp_path):
    assert from_supplies(tmp_path / "none") == Power()
    supply(tmp_path, "BAT0", type="Battery", capacity="?", status="Unknown")
    assert from_supplies(tmp_path) == Power()


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Now drawing from 'AC Power'\n -InternalBattery-0\t85%; charged;", Power(mains=True, percent=85)),
        ("Now drawing from 'Battery Power'\n -Int\t9%; discharging;", Power(mains=False, percent=9)),
        ("Now drawing from 'AC Power'\n", Power(mains=True)),
        ("", Power()),
    ],
)
def test_a_mac_tells(told, found):
    assert from_pmset(told) == found


def test_a_mac_is_asked_by_its_own_tool(tmp_path, monkeypatch):
    tool = tmp_path / "pmset"
    tool.write_text("#!/bin/sh\n[ \"$*\" = '-g batt' ] && echo \"Now drawing from 'Battery Power' 31%\"\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert power("darwin") == Power(mains=False, percent=31)


def test_a_mac_without_the_tool_leaves_it_open(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert power("darwin") == Power()


def test_windows_tells():
    assert from_windows(bytes([1, 1, 88, *[0] * 9])) == Power(mains=True, percent=88)
    assert from_windows(bytes([0, 1, 12, *[0] * 9])) == Power(mains=False, percent=12)
    assert from_windows(bytes([255, 128, 255, *[0] * 9])) == Power()
