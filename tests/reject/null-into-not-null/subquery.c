/* null-into-not-null: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, COALESCE(SUBQUERY(SELECT(MAX(boss.age)), FROM(boss)), 0))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, SUBQUERY(SELECT(MAX(boss.age)), FROM(boss))): ... */
		UPDATE(users, SET(age, SUBQUERY(SELECT(MAX(boss.age)), FROM(boss)))),
		ALL_ROWS));
#endif
}
