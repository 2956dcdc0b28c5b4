#!/bin/sh
# Writes the C code of docs/coming-from-sqlalchemy.md, and what it sends, from the regions "page: name" of the tests that run it.
# It knows nothing of what they do. With --check it compares the page with what it would write.
set -eu
cd "$(dirname "$0")/../.."
page=docs/coming-from-sqlalchemy.md

write() {
	awk -v page="$page" '
	function fail(text) {
		print FILENAME ":" FNR ": " text >"/dev/stderr"
		failed = 1
	}
	# SENT(1, 2, "...") and SENT_EITHER(1, 2, "...", "...") as one line.
	function sent_line(call,   numbers, texts, count, either) {
		either = call ~ /SENT_EITHER/
		gsub(/"[ \t]+"/, "", call)
		match(call, /\([0-9]+, [0-9]+,/)
		split(substr(call, RSTART + 1, RLENGTH - 2), numbers, ", ")
		count = split(call, texts, "\"")
		if (texts[2] == "")
			return "Sent: nothing (SQLAlchemy " numbers[2] ")"
		return "Sent: " numbers[1] " (SQLAlchemy " numbers[2] "): `" texts[2] "`" (either && texts[2] != texts[4] ? ", on PostgreSQL `" texts[4] "`" : "")
	}
	FILENAME != page && /\/\* page: [a-z0-9_]+ \*\// {
		name = $3
		if (name in code)
			fail("a second region " name)
		code[name] = ""
		inside = 1
		owner = name
		next
	}
	FILENAME != page && /\/\* page ends \*\// { inside = 0; next }
	FILENAME != page && /\/\* page sent: [a-z0-9_]+ \*\// { owner = $4; next }
	FILENAME != page && inside {
		line = $0
		if (code[name] == "") {
			match(line, /^\t*/)
			depth = RLENGTH
		}
		code[name] = code[name] (line == "" ? "" : substr(line, depth + 1)) "\n"
		next
	}
	FILENAME != page && /^}/ { owner = "" }
	FILENAME != page && /^\tSENT/ { call = ""; calling = 1 }
	FILENAME != page && calling {
		call = call " " $0
		if ($0 ~ /\);$/) {
			calling = 0
			if (owner != "" && !(owner in sent))
				sent[owner] = sent_line(call)
			owner = ""
		}
		next
	}
	FILENAME != page { next }
	/^<!-- c: [a-z0-9_]+ -->$/ {
		name = $3
		print
		if (!(name in code))
			fail("there is no region " name)
		if (shown[name]++)
			fail("a second time " name)
		printf "```c\n%s```\n", code[name]
		if (name in sent)
			print sent[name]
		old = 1
		next
	}
	old && /^```c$/ { skipping = 1; next }
	old && skipping { if (/^```$/) skipping = 0; next }
	old && /^Sent: / { next }
	{ old = 0; print }
	END {
		for (name in code)
			if (!(name in shown)) {
				print page ": it does not show " name >"/dev/stderr"
				failed = 1
			}
		exit failed
	}' $(ls tests/conform/sqlalchemy*_test.c tests/conform/sqlalchemy*/*.[ch]) "$page"
}

made=$(mktemp "${TMPDIR:-/tmp}/cquel-snippets.XXXXXX")
trap 'rm -f "$made"' EXIT
if [ "${1:-}" = --check ]; then
	if write >"$made" && diff -u "$page" "$made"; then
		printf 'snippets: up to date\n'
	else
		printf '%s: is not what the tests run: sh tests/lint/snippets.sh\n' "$page"
		exit 1
	fi
else
	write >"$made"
	cat "$made" >"$page"
fi
