/* unknown-table: from_where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.id, large))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(uesrs), /* reject: uesrs */
		WHERE(EQ(users.id, large))));
#endif
}
