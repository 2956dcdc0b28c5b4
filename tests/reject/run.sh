#!/bin/sh
# run.sh: every mistake is one error at the right place, in the words of its rule, on every compiler; the same code without
# the mistake compiles without a word. It needs compilers and nothing else: the library is not built for it.
#
# A case whose first line says "second enforcer only" compiles without a word, and is for tests/conform/reject_rules_test.c.
#
# sh tests/reject/run.sh [--long] [--list] [--cases FOLDER] [PART...]
#   --long          every mode on every compiler; without it each checks the mistakes and the clean twins once, gcc those optimised
#   --list          writes cases.h, the list that tests/conform/reject_rules_test.c includes
#   --cases FOLDER  other cases than those beside this script (self_test.sh)
#   PART...         only the cases whose path holds one of these
# Environment: CC_LIST, the compilers (gcc clang clang-19; those that are not installed are left out); JOBS (all cores).
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cases=$here
long=false
list=false
parts=
while [ $# -gt 0 ]; do
	case $1 in
	--long) long=true ;;
	--list) list=true ;;
	--cases)
		cases=$2
		shift
		;;
	-*)
		echo "usage: sh tests/reject/run.sh [--long] [--list] [--cases FOLDER] [PART...]" >&2
		exit 2
		;;
	*) parts="$parts $1" ;;
	esac
	shift
done

LC_ALL=C
export LC_ALL
work=$(mktemp -d "${TMPDIR:-/tmp}/cquel-reject.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
findings=$work/findings
: >"$findings"
jobs=${JOBS:-$(nproc 2>/dev/null || echo 2)}
flags="-std=c11 -pedantic-errors -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -I$root/include"
started=$(date +%s)

# The cases, as paths below the folder of cases: <rule>/<clause>.c. The folder "clean" holds no mistakes.
(cd "$cases" && find . -mindepth 2 -maxdepth 2 -name '*.c' ! -path './clean/*') | sed 's|^\./||' | sort >"$work/all"

# ---- the list for the second enforcer: the cases that can be written as a program
write_list() {
	echo '/* cases.h: every case that the second enforcer can see, once as a function and once in the list of them.'
	echo ' *'
	echo ' * Written by tests/reject/run.sh --list; not edited by hand. tests/conform/reject_rules_test.c includes it: CASE_AS(name)'
	echo ' * names the function of a case, CASE_LIST(CASE) says CASE(name, rule, clause) for each.'
	echo ' */'
	while read -r path; do
		case $path in unknown-* | wrong-* | operand-count/* | missing-operand/* | not-a-statement/*) continue ;; esac
		head -n 1 "$cases/$path" | grep -q 'compiler only\|when code is generated' || echo "$path"
	done <"$work/all" >"$work/programs"
	while read -r path; do
		name=$(echo "${path%.c}" | tr '/-' '__')
		printf '#undef CASE_NAME\n#define CASE_NAME CASE_AS(%s)\n#include "%s"\n' "$name" "$path"
	done <"$work/programs"
	printf '#undef CASE_LIST\n#define CASE_LIST(CASE)'
	while read -r path; do
		name=$(echo "${path%.c}" | tr '/-' '__')
		clause=${path#*/}
		printf ' \\\n\tCASE(%s, "%s", "%s")' "$name" "${path%%/*}" "${clause%.c}"
	done <"$work/programs"
	echo
}
if $list; then
	write_list >"$work/cases.h" && cp "$work/cases.h" "$here/cases.h"
	exit
fi
if [ "$cases" = "$here" ] && { write_list >"$work/cases.h"; ! cmp -s "$work/cases.h" "$here/cases.h"; }; then
	echo "cases.h is not the list of the cases; write it with: sh tests/reject/run.sh --list" >>"$findings"
fi

# ---- every rule has cases, or a reason why only a running program can break it
awk '
	/^#define CQ_SAY_/ { name = $2; text = $0; sub(/^[^"]*"/, "", text); sub(/"[^"]*$/, "", text); sub(/^CQ_SAY_/, "", name); say[name] = text; next }
	/^[ \t]*RULE\(/ { name = $0; sub(/^[ \t]*RULE\(/, "", name); sub(/,.*/, "", name); id = $0; sub(/^[^"]*"/, "", id); sub(/".*/, "", id); print id "\t" say[name]; given[name] = 1 }
	END { for (name in say) if (!(name in given)) { id = tolower(name); gsub(/_/, "-", id); print id "\t" say[name] "\t-" } }
' "$root/include/cquel/rules.h" >"$work/rules"
if [ "$cases" = "$here" ] && [ -z "$parts" ]; then
	sed 's/:.*//' "$here/runtime-only.txt" | grep -v '^#' | grep -v '^$' >"$work/runtime"
	awk -F '\t' 'NF == 2 { print $1 }' "$work/rules" | while read -r id; do
		if [ -d "$here/$id" ] && grep -qx "$id" "$work/runtime"; then
			grep -L '^/\* .*; second enforcer only' "$here/$id"/*.c | sed "s|^$here/||; s|\$|: a case for the compiler, and $id stands in runtime-only.txt|"
		elif [ ! -d "$here/$id" ] && ! grep -qx "$id" "$work/runtime"; then
			echo "$id: a rule without a case"
		fi
	done >>"$findings"
	while read -r id; do
		grep -q "^$id	" "$work/rules" || echo "runtime-only.txt: $id is not a rule"
	done <"$work/runtime" >>"$findings"
fi

# ---- what each case must say: path, line, text. A comment alone on its line marks the next one. Two lines marked: either
# (a FIELD and the SELECT_ROW that expands it).
if [ -n "$parts" ]; then
	for part in $parts; do grep -F -- "$part" "$work/all"; done | sort -u >"$work/chosen"
else
	cp "$work/all" "$work/chosen"
fi
[ -s "$work/chosen" ] || { echo "reject: there are no cases" >&2; exit 1; }
# What only the second enforcer sees compiles without a word, the mistake as well.
(cd "$cases" && xargs grep -l '^/\* .*; second enforcer only' <"$work/chosen") >"$work/second"
mv "$work/chosen" "$work/both"
comm -23 "$work/both" "$work/second" >"$work/chosen"
(cd "$cases" && xargs -r awk -v rules="$work/rules" '
	BEGIN { FS = "\t"; while ((getline line < rules) > 0) { split(line, part, "\t"); say[part[1]] = part[2] } FS = " " }
	FNR == 1 { marks = 0 }
	/\/\* reject: / {
		text = $0
		sub(/.*\/\* reject: /, "", text)
		sub(/ \*\/[^*]*$/, "", text)
		rule = FILENAME
		sub(/\/.*/, "", rule)
		if (text ~ /\.\.\.$/ && rule in say)
			text = substr(text, 1, length(text) - 3) say[rule]
		print FILENAME "\t" (/^[ \t]*\/\*/ ? FNR + 1 : FNR) "\t" text
	}' <"$work/chosen") >"$work/expected"
cut -f 1,3 "$work/expected" | sort -u | cut -f 1 | uniq -d | sed 's/$/: marks two lines with different texts/' >>"$findings"
cut -f 1 "$work/expected" | sort -u | comm -13 - "$work/chosen" | sed 's/$/: marks no line with "reject:"/' >>"$findings"

# Some mistakes are only seen when code is generated, which -fsyntax-only does not do.
(cd "$cases" && xargs -r grep -l '^/\* .*; seen when code is generated' <"$work/chosen") >"$work/late"
comm -23 "$work/chosen" "$work/late" >"$work/early"

# ---- compile: many files to a call; what a compiler says goes to a file that the judge takes apart. The clean twins of a rule
# are compiled as one unit.
mkdir "$work/clean"
cut -d / -f 1 "$work/both" | sort -u >"$work/folders"
while read -r rule; do
	number=0
	grep "^$rule/" "$work/both" | while read -r path; do
		number=$((number + 1))
		printf '#undef CQ_TARGETS\n#undef CASE_NAME\n#define CASE_NAME case_%d\n#include "%s/%s"\n' "$number" "$cases" "$path"
		grep -qx "$path" "$work/second" || continue
		printf '#undef CASE_NAME\n#define CASE_NAME mistake_%d\n#define MISTAKE\n#include "%s/%s"\n#undef MISTAKE\n' "$number" "$cases" "$path"
	done >"$work/clean/$rule.c"
done <"$work/folders"
cat >"$work/compile.sh" <<'EOF'
# compile.sh WORK CASES COMPILER MODE TWIN FLAGS FILE...
work=$1 cases=$2 compiler=$3 mode=$4 twin=$5 flags=$6
shift 6
folder=$(mktemp -d "$work/job.XXXXXX")
cd "$folder" || exit
if [ "$twin" = clean ]; then
	for rule in "$@"; do set -- "$@" "$work/clean/$rule.c"; shift; done
else
	flags="$flags -DMISTAKE"
	for file in "$@"; do set -- "$@" "$cases/$file"; shift; done
fi
case $mode in syntax) flags="$flags -fsyntax-only" ;; late) flags="$flags -O0 -c" ;; O*) flags="$flags -$mode -c" ;; esac
echo "$compiler $mode $twin" >said
$compiler $flags "$@" >>said 2>&1
rm -f ./*.o
EOF
compilers=
for compiler in ${CC_LIST:-gcc clang clang-19}; do
	if command -v "$compiler" >/dev/null 2>&1; then compilers="$compilers $compiler"; else echo "reject: $compiler is not installed, and left out"; fi
done
first=true
tasks=0
: >"$work/tasks"
for compiler in $compilers; do
	modes="syntax/mistake syntax/clean"
	if $first; then modes="syntax/mistake O2/clean"; fi
	if $long; then modes="syntax/mistake O0/mistake O2/mistake syntax/clean O0/clean O2/clean"; fi
	for mode in $modes; do
		echo "$compiler ${mode%/*} ${mode#*/}" >>"$work/tasks"
		tasks=$((tasks + 1))
	done
	case $modes in *O0/mistake*) ;; *) echo "$compiler late mistake" >>"$work/tasks" ;; esac
	first=false
done
while read -r compiler mode twin; do
	case $mode$twin in
	*clean) xargs -n 8 <"$work/folders" ;;
	syntax*) xargs -n 24 <"$work/early" ;;
	late*) xargs -n 24 <"$work/late" ;;
	*) xargs -n 24 <"$work/chosen" ;;
	esac | while read -r files; do
		[ -n "$files" ] || continue
		echo "$work/compile.sh $work $cases $compiler $mode $twin '$flags' $files"
	done
done <"$work/tasks" | xargs -L 1 -P "$jobs" sh

# ---- judge
for said in "$work"/job.*/said; do
	awk -v prefix="$cases/" -v expected="$work/expected" '
	function mine(text, place) {
		place = index(text, prefix)
		return place ? substr(text, place + length(prefix)) : ""
	}
	# The lines before a message ("In file included from ...", "In function ...") are counted for the file it is about.
	function take(path) {
		file = path
		lines[file] += pending
		pending = 0
	}
	BEGIN {
		while ((getline entry < expected) > 0) { split(entry, part, "\t"); want_line[part[1], part[2]] = 1; wanted[part[1]] = part[2]; want_text[part[1]] = part[3] }
	}
	FNR == 1 { compiler = $1; mode = $2; twin = $3; next }
	{
		path = ""
		if (index($0, prefix) == 1 || $0 ~ /^( +from|In file included from) /) {
			path = mine($0)
			sub(/:.*/, "", path)
			if (path !~ /\.c$/) path = ""
		}
		# gcc tells the way through a list (FIELDS, COLUMNS, RELATIONS) in a note of three lines.
		if (/: note: in expansion of macro .*_(FIELDS|COLUMNS|RELATIONS)/) notes[file] = 3
		pending++
		if ($0 ~ /^(In file included from | +from )/) { if (path != "") file = path; next }
		if (path != "") take(path)
		else { lines[file] += pending; pending = 0 }
	}
	/(^|[: ])(fatal )?error: / || /: warning: / {
		is_error = $0 !~ /: warning: /
		if (is_error) errors[file]++; else warnings[file]++
		if (!(file in first)) {
			first[file] = $0
			gsub(/\\/, "", first[file])
			place = mine($0)
			sub(/^[^:]*:/, "", place)
			sub(/:.*/, "", place)
			at[file] = index($0, prefix) == 1 ? place : "a header"
		}
	}
	END {
		tag = compiler " " mode ": "
		if (twin == "clean") {
			for (file in lines) print file ": " tag "the clean twin says: " (file in first ? first[file] : "something")
			exit
		}
		for (file in lines) {
			if (file == "" || !(file in want_text)) {
				print "(not in a case): " tag first[file]
				continue
			}
			if (errors[file] != 1 || warnings[file] > 0) print file ": " tag errors[file] + 0 " errors, " warnings[file] + 0 " warnings; first: " first[file]
			else if (!((file, at[file]) in want_line)) print file ": " tag "at line " at[file] ", not " wanted[file] ": " first[file]
			else if (index(first[file], want_text[file]) == 0) print file ": " tag "must say \"" want_text[file] "\", but says: " first[file]
			else if (compiler ~ /gcc/ && lines[file] - notes[file] > 8) print file ": " tag lines[file] " lines: " first[file]
		}
	}' "$said"
done | sed "s|$cases/||g" >>"$findings"

# A file that no compiler speaks about says nothing above: each must be named by each run.
while read -r compiler mode twin; do
	[ "$twin" = mistake ] || continue
	case $mode in syntax) all=$work/early ;; late) all=$work/late ;; *) all=$work/chosen ;; esac
	for said in $(grep -alx "$compiler $mode $twin" "$work"/job.*/said); do
		grep -ao "$cases/[a-z0-9_-]*/[a-z0-9_-]*\.c:[0-9]*:[0-9:]* \(fatal \)\{0,1\}error: " "$said"
	done | sed "s|^$cases/||; s|:.*||" | sort -u | comm -13 - "$all" | sed "s/\$/: $compiler $mode: says nothing about the mistake/"
done <"$work/tasks" >>"$findings"

# Without -pedantic-errors a ?: of two pointer types is only a warning: the call behind it stops the program in our words. (A
# void * that is assigned could be NULL; it is refused when the statement runs.)
for compiler in $compilers; do
	grep '^ternary-mismatch/' "$work/chosen" | grep -v '/set\.c$' | while read -r path; do
		"$compiler" -std=c11 -DMISTAKE "-I$root/include" -O0 -c "$cases/$path" -o "$work/out.o" >"$work/said" 2>&1 &&
			echo "$path: $compiler: compiles without -pedantic-errors"
		grep -aq 'the two sides of ?: differ' "$work/said" || echo "$path: $compiler: says nothing of ?: without -pedantic-errors"
	done
done >>"$findings"

if [ "$cases" = "$here" ] && [ -z "$parts" ]; then
	CC_LIST=$compilers sh "$here/clean.sh" >>"$findings" 2>&1
	CC_LIST=$compilers sh "$here/self_test.sh" >>"$findings" 2>&1
fi

sort "$findings"
count=$(wc -l <"$findings")
if [ "$count" -ne 0 ]; then
	echo "reject: $count findings"
	exit 1
fi
echo "reject: $(wc -l <"$work/both") cases, $tasks runs of$compilers, $(($(date +%s) - started)) s"
