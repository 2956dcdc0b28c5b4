#!/bin/sh
# self_test.sh: the suite fails when it should: a folder of cases, each with one fault, of which run.sh must name every one.
#
# It knows only what run.sh prints; run.sh calls it with the compilers to use in CC_LIST. Exits 1 when a fault goes unseen.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/cquel-reject-test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/type-mismatch"
cp "$here/models.h" "$work/models.h"
failed=0

# put NAME GOOD-CONDITION BAD-CONDITION TEXT [LINE-AFTER-THE-BAD-ONE]
put() {
	cat >"$work/type-mismatch/$1.c" <<EOF
/* $1.c: a case. */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE($2)));
#else
	${5:-}
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE($3))); /* reject: $4 */
#endif
}
EOF
}

# named NAME TEXT: the suite must say it of the case.
named() {
	grep -q "^type-mismatch/$1\.c: .*$2" "$work/said" && return
	echo "self_test: type-mismatch/$1.c must be named with \"$2\""
	failed=1
}

put right 'EQ(users.age, 40)' 'EQ(users.age, "forty")' 'EQ(users.age, "forty"): ...'
if ! sh "$here/run.sh" --cases "$work" >"$work/said" 2>&1; then
	echo "self_test: the suite fails without a fault: $(head -n 3 "$work/said")"
	failed=1
fi

put compiles 'EQ(users.age, 40)' 'EQ(users.age, 41)' 'EQ(users.age, 41): ...'
put wrong_text 'EQ(users.age, 40)' 'EQ(users.age, "forty")' 'EQ(users.age, "fifty"): ...'
put wrong_rule 'EQ(users.age, 40)' 'LIKE(users.age, "x")' 'LIKE(users.age, "x"): ...'
put two_errors 'EQ(users.age, 40)' 'EQ(users.age, "forty"), EQ(users.id, "one")' 'EQ(users.age, "forty"): ...'
put wrong_line 'EQ(users.age, 40)' 'EQ(users.age, 41)' 'EQ(users.age, "forty"): ...' \
	'CQ_TRY(cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.age, "forty")))));'
put warns 'EQ(users.age, 40)' 'EQ(users.age, "forty")' 'EQ(users.age, "forty"): ...' 'int never_used;'
put not_clean 'EQ(users.age, "x")' 'EQ(users.age, "forty")' 'EQ(users.age, "forty"): ...'
put no_mark 'EQ(users.age, 40)' 'EQ(users.age, "forty")' 'EQ(users.age, "forty"): ...'
sed -i 's|/\* reject.*||' "$work/type-mismatch/no_mark.c"
if sh "$here/run.sh" --cases "$work" >"$work/said" 2>&1; then
	echo "self_test: the suite passes cases with faults"
	failed=1
fi
named compiles 'says nothing about the mistake'
named wrong_text 'must say'
named wrong_rule 'must say'
named two_errors '2 errors'
named wrong_line 'at line 9, not 10'
named warns '1 warnings'
named not_clean 'the clean twin says'
named no_mark 'marks no line'
if grep -q '^type-mismatch/right\.c' "$work/said"; then
	echo "self_test: a case without a fault is named: $(grep '^type-mismatch/right' "$work/said" | head -n 1)"
	failed=1
fi
exit $failed
