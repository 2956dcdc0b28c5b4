/* unknown-table: all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ALL(users), users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(ALL(uesrs), users.id), /* reject: uesrs */
		FROM(users)));
#endif
}
