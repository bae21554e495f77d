"""A folder that is copied to a cloud is noticed."""

from pathlib import Path

import pytest

from panel_tui.system.cloud import synced_by


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/panel", "Dropbox"),
        ("Dropbox (Personal)/2026/panel", "Dropbox"),
        ("OneDrive/panel", "OneDrive"),
        ("OneDrive - Leeds Older People's Forum/Documents/panel", "OneDrive"),
        ("Google Drive/panel", "Google Drive"),
        ("My Drive/panel", "Google Drive"),
        ("iCloudDrive/panel", "iCloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs/panel", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-me@example.org/My Drive/panel", "Google Drive"),
        ("Library/CloudStorage/OneDrive-Personal/panel", "OneDrive"),
        ("Nextcloud/panel", "Nextcloud"),
        ("Documents/panel", None),
        ("Box of letters/panel", None),
        ("my dropbox papers/panel", None),
    ],
)
def test_a_folder_is_known_by_where_it_stands(tmp_path: Path, folder: str, service: str | None):
    place = tmp_path / folder
    place.mkdir(parents=True)
    assert synced_by(place) == service


def test_a_folder_is_known_by_the_mark_a_service_leaves(tmp_path: Path):
    (tmp_path / "shared" / "panel").mkdir(parents=True)
    (tmp_path / "shared" / ".dropbox.cache").mkdir()
    assert synced_by(tmp_path / "shared" / "panel") == "Dropbox"


def test_a_mac_that_copies_its_desktop_is_noticed(tmp_path: Path):
    (tmp_path / "Desktop" / "panel").mkdir(parents=True)
    assert synced_by(tmp_path / "Desktop" / "panel") is None
    (tmp_path / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / "Desktop").mkdir(parents=True)
    assert synced_by(tmp_path / "Desktop" / "panel") == "iCloud"


def test_a_link_into_a_cloud_folder_does_not_hide_it(tmp_path: Path):
    (tmp_path / "Dropbox" / "panel").mkdir(parents=True)
    link = tmp_path / "panel"
    link.symlink_to(tmp_path / "Dropbox" / "panel")
    assert synced_by(link) == "Dropbox"
