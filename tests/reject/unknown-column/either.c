/* unknown-column: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, GT(users.age, 3), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, GT(users.aeg, 3), users.is_active)))); /* reject: aeg */
#endif
}
