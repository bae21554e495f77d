"""Is the folder copied to a cloud? Then copies of the record leave the laptop, and warning is due."""

from pathlib import Path

BY_FOLDER = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "googledrive": "Google Drive",
    "google drive": "Google Drive",
    "my drive": "Google Drive",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "box": "Box",
    "box sync": "Box",
}
"""How the services name the folder they copy; some add a person or an organisation after a dash or in brackets."""

BY_MARK = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
"""What the services leave at the top of a folder they copy, whatever its name."""


def synced_by(folder: Path) -> str | None:
    """Name the service that seems to copy this folder to a cloud, or None."""
    whole = folder.resolve()
    for place in (whole, *whole.parents):
        service = _named(place) or next(
            (name for mark, name in BY_MARK.items() if _is_there(place / mark)), None
        )
        if service is not None:
            return service
        if _is_there(place.parent.parent / f"OneDrive - {place.parent.name}"):
            return "SharePoint"  # beside OneDrive, a folder of the organisation's name holds its sites
    return _mac_desktop(whole)


def _is_there(path: Path) -> bool:
    """Whether it is there, as far as we may look: a Mac guards some folders, and asks its owner first."""
    try:
        return path.exists()
    except OSError:
        return False


def _named(place: Path) -> str | None:
    name = place.name.casefold()
    if place.parent.name == "CloudStorage":  # where macOS puts them all: `GoogleDrive-me@example.org`
        return BY_FOLDER.get(name.partition("-")[0], place.name.partition("-")[0])
    plain = name.partition(" (")[0].partition(" - ")[0].partition("-")[0].strip()
    return BY_FOLDER.get(plain)


def _mac_desktop(folder: Path) -> str | None:
    """Notice that macOS copies Desktop and Documents to iCloud, which it does under their old names."""
    for place in (folder, *folder.parents):
        kept = place.parent / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / place.name
        if place.name in ("Desktop", "Documents") and _is_there(kept):
            return "iCloud"
    return None
