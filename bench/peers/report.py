"""bench/peers/report.py FIGURES MD SVG: medians of the ratios to the hand-written side of the same round, as a table and a plot."""
import math, statistics, sys
from collections import defaultdict

CASES = [
    ("sqlite-point", "SQLite: a row by its key"), ("sqlite-inflight-64", "SQLite: 64 of these in flight"),
    ("sqlite-scan", "SQLite: 100,000 rows"), ("sqlite-bulk-insert", "SQLite: 100,000 inserts"),
    ("pg-point", "PostgreSQL: a row by its key"), ("pg-inflight-64", "PostgreSQL: 64 of these in flight"),
    ("pg-scan", "PostgreSQL: 100,000 rows"), ("pg-bulk-insert", "PostgreSQL: 100,000 inserts"),
]
PEERS = ["hand", "cquel", "libzdb", "SOCI", "libpqxx", "ECPG", "aiosqlite", "asyncpg", "SQLAlchemy"]


def read(path):
    figures = defaultdict(dict)
    for line in open(path):
        turn, case, peer, nanoseconds = line.split("\t")
        figures[case, peer][turn] = float(nanoseconds)
    ratios = {}
    for (case, peer), turns in figures.items():
        hand = figures[case, "hand"]
        both = [turns[t] / hand[t] for t in turns if t in hand]
        if both:
            ratios[case, peer] = statistics.median(both)
    return ratios


def number(ratio):
    return "" if ratio is None else f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"


def table(ratios):
    lines = ["# cquel and what a user would pick instead", "",
        "Time divided by that of hand-written sqlite3 or libpq code in the same round, medians of the rounds; less is better. "
        "`sh bench/peers.sh` measures and writes this page. Hand-written inserts on PostgreSQL are COPY in binary; "
        "64 in flight are by hand one by one on SQLite, and a pipeline with one Sync on PostgreSQL. "
        "asyncpg has four connections where 64 are in flight; SQLAlchemy is its asynchronous ORM on aiosqlite and asyncpg. "
        "What has no figure does not have that database or way of working.", "", "![the same as a plot](peers.svg)", "",
        "| | " + " | ".join(PEERS) + " |", "| --- |" + " ---: |" * len(PEERS)]
    for case, title in CASES:
        lines.append(f"| {title} | " + " | ".join(number(ratios.get((case, peer))) for peer in PEERS) + " |")
    return "\n".join(lines) + "\n"


def plot(ratios):
    left, bar, gap, width = 300, 13, 16, 1000
    most = math.log10(max(ratios.values()) * 1.2)
    least = math.log10(min(ratios.values()) * 0.8)
    place = lambda ratio: left + (math.log10(ratio) - least) / (most - least) * (width - left - 70)
    parts, top = [], 40
    for case, title in CASES:
        there = [(peer, ratios[case, peer]) for peer in PEERS if (case, peer) in ratios]
        if not there:
            continue
        parts.append(f'<text x="8" y="{top + 10}" font-weight="bold">{title}</text>')
        for peer, ratio in there:
            end = place(ratio)
            colour = "#1f6feb" if peer == "cquel" else "#666" if peer == "hand" else "#bbb"
            parts.append(f'<text x="{left - 8}" y="{top + 10}" text-anchor="end">{peer}</text>'
                f'<rect x="{left}" y="{top}" width="{max(end - left, 1):.1f}" height="{bar - 2}" fill="{colour}"/>'
                f'<text x="{end + 4:.1f}" y="{top + 10}">{number(ratio)}</text>')
            top += bar
        top += gap
    one = place(1)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{top}" font-family="sans-serif" font-size="11">\n'
        f'<rect width="{width}" height="{top}" fill="white"/>\n'
        f'<text x="8" y="20" font-size="14">time / hand-written code, logarithmic; less is better</text>\n'
        f'<line x1="{one:.1f}" y1="28" x2="{one:.1f}" y2="{top}" stroke="#d33"/>\n' + "\n".join(parts) + "\n</svg>\n")


ratios = read(sys.argv[1])
open(sys.argv[2], "w").write(table(ratios))
open(sys.argv[3], "w").write(plot(ratios))
