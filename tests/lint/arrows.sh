#!/bin/sh
# arrows.sh [ROOT]: reads every #include of src and include, and fails on one that the house does not allow.
#
# It knows nothing of what the files hold. A folder may include what stands behind its arrow, and all that this may include.
set -u
root=${1:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$(dirname "$0")/common.sh"

arrows='
base ->
meta -> base
query -> meta
sql -> query
io -> base
driver -> io meta
driver/sqlite -> driver
driver/postgres -> driver
driver/mariadb -> driver
exec -> sql io driver task
session -> exec
schema -> exec sql
task -> io
cli ->
'

# The folders that may include a database's own header.
natives='
sqlite3.h driver/sqlite
libpq-fe.h driver/postgres
libpq-events.h driver/postgres
mysql.h driver/mariadb
'

list_files | grep -E '^(src|include)/.*\.[ch]$' | while IFS= read -r file; do
	awk -v file="$file" -v arrows="$arrows" -v natives="$natives" '
	function say(text) {
		printf "%s:%d: %s\n", file, FNR, text
	}
	function base_name(path) {
		sub(/.*\//, "", path)
		return path
	}
	# src/driver/sqlite/open.c stands in driver/sqlite, src/driver/driver.h in driver, src/base/map.c in base.
	function folder_of(path) {
		if (path !~ /\//)
			return ""
		sub(/\/[^\/]*$/, "", path)
		return path
	}
	function reach(from, to,   i, count, next_folders) {
		if (from == to)
			return 1
		count = split(direct[from], next_folders, " ")
		for (i = 1; i <= count; i++)
			if (reach(next_folders[i], to))
				return 1
		return 0
	}
	BEGIN {
		count = split(arrows, lines, "\n")
		for (i = 1; i <= count; i++)
			if (split(lines[i], sides, / *-> */) == 2) {
				known[sides[1]] = 1
				direct[sides[1]] = sides[2]
			}
		count = split(natives, lines, "\n")
		for (i = 1; i <= count; i++)
			if (split(lines[i], words, " ") == 2)
				native[words[1]] = words[2]
		public = file ~ /^include\//
		path = file
		sub(/^(src|include)\//, "", path)
		here = public ? "" : folder_of(path)
		if (!public && !(here in known))
			printf "%s:1: src/%s is not a folder of the house\n", file, here
	}
	match($0, /^[ \t]*#[ \t]*include(_next)?[ \t]*[<"][^>"]*[>"]/) {
		name = substr($0, RSTART, RLENGTH)
		sub(/^[^<"]*/, "", name)
		quoted = substr(name, 1, 1) == "\""
		name = substr(name, 2, length(name) - 2)
		if (base_name(name) in native && !(public && path == native[base_name(name)] ".h") && here != native[base_name(name)]) {
			say("only src/" native[base_name(name)] " includes " base_name(name))
			next
		}
		if (name ~ /^cquel\// || name == "cquel.h") {
			if (quoted)
				say("a public header is included as <" name ">")
			next
		}
		there = folder_of(name)
		if (public) {
			if (quoted || there in known)
				say("a public header may not include " name)
			next
		}
		if (!quoted && !(there in known))
			next
		if (!quoted)
			say("a header of src is included as \"" name "\"")
		else if (name ~ /\.\.\// || there == "")
			say("\"" name "\" is not written from src, as \"" (here == "" ? "base" : here) "/" base_name(name) "\" is")
		else if (!(there in known))
			say("\"" name "\" is in no folder of the house")
		else if (here in known && !reach(here, there))
			say("src/" here " may not include " name)
	}
	' "$root/$file"
done >"$findings"

finish arrows
