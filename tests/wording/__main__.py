"""Bring every catalogue up to date with the English sentences of today: `python -m tests.wording`.

New sentences are added untranslated. Where the English has changed, the translation is left beside it, marked
`fuzzy`, with the English it was made from as a comment, and is not used until somebody has looked at it again.
"""

from __future__ import annotations

from tests.exports.schema import renew
from tests.wording.renewing import LANGUAGES, renewed, written

for file in sorted(LANGUAGES.glob("*.po")):
    file.write_bytes(written(renewed(file)))
    print(file.name)

renew()  # the schema of session.json is made from the code as well, and as easily forgotten
