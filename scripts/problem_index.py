"""Write the index of the problem catalogue, ``docs/problems/README.md``, from its pages."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "docs" / "problems"
GROUPS = {
    "F": "Filen och tecknen i den",
    "Y": "Hur raderna är skrivna (YAML)",
    "M": "Fälten",
    "G": "Vägarna genom berättelsen",
    "T": "Texterna",
    "P": "Planer för en träff",
    "K": "Färdigheter, rollspel, övningar och dialoger",
    "H": "Handledningar för den som leder",
    "A": "Anpassningar till den egna arbetsplatsen",
    "O": "Översättningar",
}
ABOUT = """\
# När något är fel i en fil

`ajs check FIL` skriver en rad för varje sak:

```
luckan.yaml:14:11: G301 det finns ingen scen ”slutt” (skriv id:t på en scen i filen)
```

Först filen, sedan raden och kolumnen, räknat från 1. Koden leder till en sida här, med ett exempel
som blir fel och samma exempel rättat. Inom parentes står vad du kan göra.

Ett **fel** måste rättas innan scenariot går att spela. En **varning** hindrar ingen från att spela,
men är nästan alltid ett misstag. En **anmärkning** är bara bra att veta.

Rätta uppifrån och kontrollera igen. Det som bara följer av ett annat fel sägs inte, så ibland syns
nästa sak först då. Exemplen visar bara den del av filen som det gäller.
"""


def index() -> str:
    """The whole text of the index."""
    lines = [ABOUT]
    for letter, name in GROUPS.items():
        lines += [f"## {name}", "", "| Kod | Vad det är | Allvar |", "|---|---|---|"]
        for page in sorted(FOLDER.glob(f"{letter}[0-9]*.md")):
            heading, *rest = page.read_text(encoding="utf-8").splitlines()
            severity = next(line for line in rest if line.startswith("Allvar: "))
            title = heading.partition(" – ")[2]
            lines.append(
                f"| [{page.stem}]({page.name}) | {title} | {severity.removeprefix('Allvar: ')} |"
            )
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    (FOLDER / "README.md").write_text(index(), encoding="utf-8")
