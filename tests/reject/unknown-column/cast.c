/* unknown-column: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(CAST(users.age, TEXT), "3"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: aeg */
		WHERE(EQ(CAST(users.aeg, TEXT), "3"))));
#endif
}
