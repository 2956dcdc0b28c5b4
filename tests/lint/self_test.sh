#!/bin/sh
# self_test.sh: proves that each check can fail, by giving it trees with one fault each, and a clean one that it passes.
#
# It knows only what a check is told and says: a tree in, "file:line: text" and an exit status out.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/cquel-lint-test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
failures=0
cases=0

# put PATH LINE...: a file whose head is as it must be, and the lines after it.
put() {
	path=$work/tree/$1
	mkdir -p "$(dirname "$path")"
	printf '/* %s: a file.\n *\n * Nothing calls it.\n */\n' "$(basename "$1")" >"$path"
	shift
	for line in "$@"; do
		printf '%s\n' "$line" >>"$path"
	done
}

# bare PATH LINE...: a file of these lines alone.
bare() {
	path=$work/tree/$1
	mkdir -p "$(dirname "$path")"
	shift
	printf '%s\n' "$@" >"$path"
}

fresh() {
	rm -rf "$work/tree"
	mkdir "$work/tree"
	put src/base/arena.h '#include <stddef.h>' '#include <cquel/status.h>'
	put src/driver/driver.h '#include "meta/table.h"' '#include "io/loop.h"'
	put src/driver/sqlite/open.c '#include <sqlite3.h>' '#include "driver/driver.h"' '#include "base/arena.h"'
	put src/exec/run.c '#include "driver/driver.h"' '#include "sql/render.h"' '#include "base/arena.h"' '#include "exec/run.h"'
	put src/schema/create.c '#include "exec/run.h"' '#include "query/tree.h"' '	cq__free(x);' '	driver->free(x);'
	put src/base/alloc.c '	free(x);'
	put include/cquel/status.h '#include <cquel/export.h>' '#include <stddef.h>'
	bare README.md '# A tree'
	bare .gitignore 'build'
}

# clean CHECK, and fails CHECK TEXT: the check must say the text, and nothing else.
clean() {
	cases=$((cases + 1))
	if ! sh "$here/$1.sh" "$work/tree" >"$work/out" 2>&1; then
		printf 'self_test: %s does not pass a clean tree:\n' "$1"
		cat "$work/out"
		failures=$((failures + 1))
	fi
}

fails() {
	cases=$((cases + 1))
	if sh "$here/$1.sh" "$work/tree" >"$work/out" 2>&1 || ! grep -qF "$2" "$work/out" || ! grep -q '1 findings$' "$work/out"; then
		printf 'self_test: %s must say once "%s", but says:\n' "$1" "$2"
		cat "$work/out"
		failures=$((failures + 1))
	fi
	fresh
}

fresh
clean arrows
clean top_level
clean style

put src/base/list.c '#include "query/tree.h"'
fails arrows 'src/base/list.c:5: src/base may not include query/tree.h'
put src/io/loop.c '#include "meta/table.h"'
fails arrows 'src/io may not include meta/table.h'
put src/exec/pool.c '#  include "driver/sqlite/open.h"'
fails arrows 'src/exec may not include driver/sqlite/open.h'
put src/sql/render.c '#include "exec/run.h"'
fails arrows 'src/sql may not include exec/run.h'
put src/driver/sqlite/bind.c '#include "query/tree.h"'
fails arrows 'src/driver/sqlite may not include query/tree.h'
put src/exec/native.c '#include <sqlite3.h>'
fails arrows 'only src/driver/sqlite includes sqlite3.h'
put src/base/native.c '#include <postgresql/libpq-fe.h>'
fails arrows 'only src/driver/postgres includes libpq-fe.h'
put src/driver/sqlite/other.c '#include <mysql/mysql.h>'
fails arrows 'only src/driver/mariadb includes mysql.h'
put include/cquel/model.h '#include "meta/table.h"'
fails arrows 'a public header may not include meta/table.h'
put include/cquel/model.h '#include <base/arena.h>'
fails arrows 'a public header may not include base/arena.h'
put include/cquel/model.h '#include <sqlite3.h>'
fails arrows 'only src/driver/sqlite includes sqlite3.h'
put src/base/list.c '#include "list.h"'
fails arrows '"list.h" is not written from src'
put src/meta/table.c '#include "../base/arena.h"'
fails arrows 'is not written from src'
put src/meta/table.c '#include "cquel/status.h"'
fails arrows 'a public header is included as <cquel/status.h>'
put src/meta/table.c '#include <base/arena.h>'
fails arrows 'a header of src is included as "base/arena.h"'
put src/misc/table.c '#include <stddef.h>'
fails arrows 'src/misc is not a folder of the house'

bare notes.txt 'a note'
fails top_level 'notes.txt: the top level does not hold this'
bare scripts/build.sh '#!/bin/sh'
fails top_level 'scripts: the top level does not hold this'

bare src/base/list.c 'int x;' '/* nothing */' 'int y;'
sed -i '1s|.*|int list.c: x;|;2d' "$work/tree/src/base/list.c"
fails style 'src/base/list.c:1: the file does not open with a comment'
bare src/base/list.c '/* other.c: a list.' ' *' ' * Nothing calls it. */'
fails style 'the first line does not name the file'
bare src/base/list.c '/* list.c: a list. */' 'int x;'
fails style 'the head has less than three lines'
bare tests/unit/list_test.c 'int x;'
fails style 'tests/unit/list_test.c:1: the file does not open with a comment'
put src/base/list.c "/* $(printf 'TO%s' DO): more */"
fails style 'unfinished mark'
put src/base/list.c "/* $(printf 'FIX%s' ME) */"
fails style 'unfinished mark'
put src/base/list.c "/* $(printf 'XX%s' X) */"
fails style 'unfinished mark'
bare tests/try.sh "# $(printf 'HA%s' CK)"
fails style 'unfinished mark'
for name in strcpy strcat sprintf vsprintf strtok atoi alloca gets; do
	put src/base/list.c "	${name}(x);"
	fails style 'a function with no bound'
done
put tests/unit/list_test.c "	$(printf 'str%s' cpy)(x, y);"
fails style 'a function with no bound'
for name in malloc calloc realloc free strdup; do
	put src/base/list.c "	x = ${name}(x);"
	fails style 'memory comes from base/alloc.h only'
done
put src/base/list.c 'int x; '
fails style 'blanks at the end of the line'
put src/base/list.c '    int x;'
fails style 'indented with blanks'
put src/base/list.c '/* clang-format off */' 'int x;'
fails style 'clang-format stays off'
put src/base/list.c '/* clang-format on */'
fails style 'clang-format is on already'
# shellcheck disable=SC1003 # one backslash
put include/cquel/list.h '#define CQ_WORD_LIST(WORD)     \' '	WORD(A,   1)                   \' '	WORD(B,   2)'
fails style 'a list laid out as a table is fenced'
put src/base/list.c
awk 'BEGIN { for (i = 0; i < 700; i++) print "int x;" }' >>"$work/tree/src/base/list.c"
fails style 'more than 700 lines'

if [ $failures -gt 0 ]; then
	printf 'self_test: %d of %d cases failed\n' $failures $cases
	exit 1
fi
printf 'self_test: %d cases, clean\n' $cases
