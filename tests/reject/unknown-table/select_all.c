/* unknown-table: select_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(uesrs), /* reject: uesrs */
		FROM(users)));
#endif
}
