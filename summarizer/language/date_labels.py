"""The words by which pages say of what a date is: of the publication, of a change, or of an event."""

from __future__ import annotations

import re

PUBLISHED = re.compile(
    r"\b(?:published|posted|first appeared|veröffentlicht|erschienen|publié|mis en ligne|publicad[oa]|pubblicato|"
    r"gepubliceerd|opublikowan[oya]|publikováno|zveřejněno|közzétéve|publicat|publicerad|publisert|udgivet|julkaistu|"
    r"опубликовано|опубліковано|δημοσιεύ\w+|yayınlan\w+|diterbitkan)\b",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\b(?:updated?|modified|edited|reviewed|revised|changed|aktualisiert|stand|geändert|mis(?:e)? à jour|modifié|"
    r"actualizad[oa]|modificad[oa]|aggiornat[oa]|modificat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|zaktualizowan[oya]|"
    r"aktualizováno|frissítve|actualizat|uppdatera[dt]|opdateret|oppdatert|päivitetty|обновлено|оновлено|изменено|"
    r"ενημερώ\w+|güncellen\w+|diperbarui)\b",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"\b(?:when|event|deadline|starts?|ends?|until|valid|expires|due|born|wann|beginn|quand|cuándo|quando)\b",
    re.IGNORECASE,
)
