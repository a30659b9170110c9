"""`onrecord where`: the paths in use."""

from __future__ import annotations

from pathlib import Path

from cli import output
from cli.options import formats


@formats
def where_command(where: str | None, fmt: output.Format) -> None:
    """\b
    Examples:
      onrecord where
      ONRECORD_STORE=project.db onrecord where --json

    Show where the store and the user's folders lie, and what decided it.
    """
    from cli.paths import exists, folders, outlets_location, store_location
    from store.database.location import shown

    location, decided = store_location(where)
    place = {"what": "store", "path": shown(location)}
    rows = [place | {"decided_by": decided, "exists": exists(location)}]
    table, chosen = outlets_location()
    rows.append({"what": "outlets", "path": table, "decided_by": chosen, "exists": exists(table)})
    rows += [
        {"what": name, "path": path, "decided_by": "system", "exists": None}
        for name, path in folders().items()
    ]
    if fmt is not output.Format.HUMAN:
        output.rows(fmt, "paths", rows)
        return
    for row in rows:
        missing = ", no file" if Path(str(row["path"])).exists() else ", not made yet"
        made = "" if row["exists"] else missing
        extra = f"  ({row['decided_by']}{made})" if row["exists"] is not None else ""
        output.line(f"{row['what']:7} {row['path']}{extra}")
