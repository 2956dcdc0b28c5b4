/* unknown-table: values_as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(VALUES_AS(totals, ROW(1, 2)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(VALUES_AS(toals, ROW(1, 2))))); /* reject: toals */
#endif
}
