/* value-type: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, CQ_CASE(CASE_WHEN(users.is_active, 1), ELSE(2)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, CQ_CASE(CASE_WHEN(users.is_active, "a"), ELSE("b"))): ... */
		UPDATE(users, SET(age, CQ_CASE(CASE_WHEN(users.is_active, "a"), ELSE("b")))),
		ALL_ROWS));
#endif
}
