"""Where a page to read comes from: a file of the folder, with its twin in Easy Read beside it, or one of ours."""

from __future__ import annotations

from sessions.model.session import Step

_MARKDOWN, _TWIN = ".md", ".easy.md"


def of_the_folder(step: Step) -> bool:
    """Whether a step's page is a file of the folder, and not one of ours."""
    return step.file.casefold().endswith(_MARKDOWN)


def twin_of(file: str) -> str:
    """Name the file with the same page in Easy Read.

    It lies beside the page: `learn/bias.easy.md` is that of `learn/bias.md`.
    """
    return f"{file[: -len(_MARKDOWN)]}{_TWIN}"
