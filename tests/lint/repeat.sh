#!/bin/sh
# Writes include/cquel/priv/repeat.h: the counting and repeating macros, up to 64 arguments.
# It knows nothing of what is repeated. With --check it compares the committed header with what it would write.
set -eu
cd "$(dirname "$0")/../.."
header=include/cquel/priv/repeat.h

write() {
	awk 'BEGIN {
		max = 64
		print "/* cquel/priv/repeat.h: counting arguments and repeating a macro over them, up to " max ".\n *\n * Written by tests/lint/repeat.sh; not edited by hand.\n */"
		print "#pragma GCC system_header\n#ifndef CQUEL_PRIV_REPEAT_H\n#define CQUEL_PRIV_REPEAT_H\n"
		print "#define CQ_PRIV_CAT_(a, b) a##b\n#define CQ_PRIV_CAT(a, b) CQ_PRIV_CAT_(a, b)\n"
		print "/* The number of arguments, 1 to " max "; more gives the word MORE, none gives 1. */"
		printf "#define CQ_PRIV_COUNT_("
		for (i = 1; i <= max; i++) printf "a%d, ", i
		print "n, ...) n"
		printf "#define CQ_PRIV_COUNT(...) CQ_PRIV_COUNT_(__VA_ARGS__"
		for (i = max; i >= 1; i--) printf ", %d", i
		print ", 0)"
		print "/* The number of arguments behind the first, 0 to " max - 1 "; and whether there are any. */"
		printf "#define CQ_PRIV_COUNT_REST(...) CQ_PRIV_COUNT_(__VA_ARGS__"
		for (i = max - 1; i >= 0; i--) printf ", %d", i
		print ", 0)\n#define CQ_PRIV_SOME_0 0"
		for (i = 1; i < max; i++) printf "#define CQ_PRIV_SOME_%d 1\n", i
		print "\n/* CQ_PRIV_EACH_n(m, p, a1, ... an): m(p, 1, a1) m(p, 2, a2) ...; p is passed along. */"
		print "#define CQ_PRIV_EACH_0(m, p, ...)"
		for (n = 1; n <= max; n++) {
			printf "#define CQ_PRIV_EACH_%d(m, p", n
			for (i = 1; i <= n; i++) printf ", a%d", i
			printf ")"
			for (i = 1; i <= n; i++) printf " m(p, %d, a%d)", i, i
			print ""
		}
		print "\n/* CQ_PRIV_TIMES_n(m): m(1) m(2) ... m(n). */\n#define CQ_PRIV_TIMES_0(m)\n#define CQ_PRIV_TIMES_1(m) m(1)"
		for (n = 2; n <= max; n++) printf "#define CQ_PRIV_TIMES_%d(m) CQ_PRIV_TIMES_%d(m) m(%d)\n", n, n - 1, n
		print "\n/* CQ_PRIV_PAIRS_n(m): m(i, j) for each 1 <= i < j <= n; up to 32. */\n#define CQ_PRIV_PAIRS_0(m)\n#define CQ_PRIV_PAIRS_1(m)"
		for (n = 2; n <= 32; n++) {
			printf "#define CQ_PRIV_PAIRS_%d(m) CQ_PRIV_PAIRS_%d(m)", n, n - 1
			for (i = 1; i < n; i++) printf " m(%d, %d)", i, n
			print ""
		}
		print "\n/* CQ_PRIV_NEXT_n(m): m(1, 2) m(2, 3) ... m(n - 1, n); up to 32. */\n#define CQ_PRIV_NEXT_1(m)"
		for (n = 2; n <= 32; n++) printf "#define CQ_PRIV_NEXT_%d(m) CQ_PRIV_NEXT_%d(m) m(%d, %d)\n", n, n - 1, n - 1, n
		print "\n/* n, but never more than 8: as many items of a SELECT carry their words in its type. */"
		for (n = 1; n <= max; n++) printf "#define CQ_PRIV_AT_MOST_8_%d %d\n", n, n < 8 ? n : 8
		print "\n/* CQ_PRIV_FILL_8_n(m): m(n + 1) ... m(8). */"
		for (n = 1; n <= 8; n++) {
			printf "#define CQ_PRIV_FILL_8_%d(m)", n
			for (i = n + 1; i <= 8; i++) printf " m(%d)", i
			print ""
		}
		print "\n/* Whether a name is a list (a macro that takes a callback): CQ_PRIV_IS_LIST(users_COLUMNS(CQ_PRIV_NOTHING))\n * is 1, and 0 where users_COLUMNS is no macro, because then its tokens stay. */"
		print "#define CQ_PRIV_NOTHING(...)\n#define CQ_PRIV_MARK() 0, 1,"
		print "#define CQ_PRIV_SECOND_(a, b, ...) b\n#define CQ_PRIV_SECOND(...) CQ_PRIV_SECOND_(__VA_ARGS__)"
		print "#define CQ_PRIV_IS_LIST(...) CQ_PRIV_SECOND(CQ_PRIV_MARK __VA_ARGS__ (), 0, )"
		print "\n#endif"
	}'
}

if [ "${1:-}" = --check ]; then
	write | cmp - "$header"
else
	write >"$header"
fi
