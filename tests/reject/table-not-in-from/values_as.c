/* table-not-in-from: values_as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals, ROW(1, 2))),
		WHERE(GT(totals.number, 2))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals, ROW(1, 2))),
		WHERE(GT(users.age, 2)))); /* reject: WHERE(GT(users.age, 2)): ... */
#endif
}
