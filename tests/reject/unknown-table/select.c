/* unknown-table: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(uesrs.id), /* reject: uesrs */
		FROM(users)));
#endif
}
