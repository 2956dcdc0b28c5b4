/* field-count: one */
#include "../models.h"

#ifndef OneTwoRow_FIELDS
#define OneTwoRow_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(age, INTEGER, users.age)
CQ_ROW(OneTwoRow)
#endif

CASE
{
	OneTwoRow *found;
#ifndef MISTAKE
	return cq_one(db, OneTwoRow, &found, SQL(
		SELECT_ROW(OneTwoRow),
		FROM(users)));
#else
	return cq_one(db, OneTwoRow, &found, SQL( /* reject: cq_one(OneTwoRow): ... */
		SELECT(users.id, users.age, users.score),
		FROM(users)));
#endif
}
