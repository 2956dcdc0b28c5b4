#!/bin/sh
# style.sh [ROOT]: the habits a machine can check: file heads, size, unfinished marks, banned functions, blanks, fences.
#
# It knows nothing of includes (arrows.sh) or of layout that clang-format decides.
set -u
root=${1:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$(dirname "$0")/common.sh"

list_files | grep -E '(\.([ch]|sh|cmake|in|json|md|txt)|^\.ci/run)$' | while IFS= read -r file; do
	awk -v file="$file" '
	function say(text) {
		printf "%s:%d: %s\n", file, FNR, text
	}
	BEGIN {
		name = file
		sub(/.*\//, "", name)
		code = file ~ /\.[ch]$/
		library = code && file ~ /^(src|include)\//
		# The one place that may call the allocator, and the one that may name what is banned.
		allocator = file ~ /^src\/base\/alloc\.[ch]$/
		# Marks and names are spelled so that this file does not find itself.
		mark = "(^|[^A-Za-z0-9_])(T[O]DO|F[I]XME|X[X]X|H[A]CK)([^A-Za-z0-9_]|$)"
		unbounded = "(^|[^A-Za-z0-9_])(strcpy|strcat|sprintf|vsprintf|strtok|atoi|atol|atoll|alloca|gets)[ \t]*[(]"
		allocation = "(^|[^A-Za-z0-9_.>])(malloc|calloc|realloc|reallocarray|free|strdup|strndup|asprintf|vasprintf)[ \t]*[(]"
	}
	library && FNR == 1 && index($0, "/* ") != 1 { say("the file does not open with a comment that says what it is") }
	library && FNR == 1 && index($0, name ":") == 0 { say("the first line does not name the file, as \"/* " name ": what it is\" does") }
	library && FNR <= 2 && !ended && /\*\// { say("the head has less than three lines: what it is, what it knows nothing about, who calls it"); ended = 1 }
	code && !library && FNR == 1 && !/^\/[*\/]/ { say("the file does not open with a comment that says what it is") }
	/[ \t\r]$/ { say("blanks at the end of the line") }
	$0 ~ mark && file !~ /\.md$/ { say("unfinished mark") }
	code && $0 ~ unbounded { say("a function with no bound") }
	file ~ /^src\// && code && !allocator && !/^[ \t]*(\*|\/\*)/ && $0 ~ allocation { say("memory comes from base/alloc.h only") }
	code && /^    / { say("indented with blanks, not a tab") }
	code && /clang-format off/ { if (fenced) say("clang-format is off already"); fenced = 1; opened = FNR }
	code && /clang-format on/ { if (!fenced) say("clang-format is on already"); fenced = 0 }
	library && !fenced && /^#define [A-Z_a-z0-9]+_LIST\([A-Z]+\) +\\$/ && /  \\$/ { say("a list laid out as a table is fenced with clang-format off and on") }
	END {
		if (fenced) {
			FNR = opened
			say("clang-format stays off")
		}
		if (library && NR > 700) {
			FNR = NR
			say("more than 700 lines: is it one idea?")
		}
		if (NR == 0 && code)
			say("the file is empty")
	}
	' "$root/$file"
done >"$findings"

finish style
