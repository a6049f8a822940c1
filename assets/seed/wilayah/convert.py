"""Makes wilayah.zst from the four CSV files of idn-area-data.

    npm pack idn-area-data@4.0.1 && tar xf idn-area-data-4.0.1.tgz
    python3 convert.py package/data wilayah.zst        (needs the zstd command)

The output is one text: a line per region, in the order of the codes, one leading tab per level below the
province, then the last part of the code, a space, and the name as it stands in the CSV. The part of a code that is
just the previous sister's plus one is left out. Nothing is renamed, added or dropped; islands are not taken.
"""

import csv
import subprocess
import sys
from pathlib import Path

LEVELS = ["provinces", "regencies", "districts", "villages"]


def lines(folder):
    regions = []
    for level, name in enumerate(LEVELS):
        with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
            regions += [(row["code"].split("."), level, row["name"]) for row in csv.DictReader(file)]
    regions.sort()
    last = {}
    for parts, level, name in regions:
        parent = tuple(parts[:-1])
        follows = last.get(parent) == int(parts[-1]) - 1
        last[parent] = int(parts[-1])
        yield "\t" * level + ("" if follows else parts[-1]) + " " + name


def main():
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    text = "\n".join(lines(folder)) + "\n"
    subprocess.run(["zstd", "-q", "-f", "--ultra", "-22", "-o", target], input=text.encode(), check=True)


main()
