/* null-into-not-null: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, CQ_CASE(CASE_WHEN(users.is_active, 1), ELSE(0)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, CQ_CASE(CASE_WHEN(users.is_active, 1))): ... */
		UPDATE(users, SET(age, CQ_CASE(CASE_WHEN(users.is_active, 1)))),
		ALL_ROWS));
#endif
}
