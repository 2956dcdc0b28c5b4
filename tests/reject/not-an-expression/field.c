/* not-an-expression: field; compiler only: in a program a value is an operand like any other */
#include "../models.h"

#ifndef Numbered_FIELDS
#define Numbered_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(answer, TEXT, VALUE("x"))
CQ_ROW(Numbered)
#endif

#ifndef Unnumbered_FIELDS
#define Unnumbered_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(answer, TEXT, "x") /* reject: field answer: "x": ... */
CQ_ROW(Unnumbered)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(Numbered),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(Unnumbered), /* reject: field answer: "x": ... */
		FROM(users)));
#endif
}
