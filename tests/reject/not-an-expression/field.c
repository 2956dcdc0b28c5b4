/* not-an-expression: field */
#include "../models.h"

#define Numbered_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(answer, TEXT, VALUE("x"))
CQ_ROW(Numbered)

#define Unnumbered_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(answer, TEXT, "x") /* reject: field answer: "x": ... */
CQ_ROW(Unnumbered)

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
