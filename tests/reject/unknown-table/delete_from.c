/* unknown-table: delete_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(uesrs), /* reject: uesrs */
		ALL_ROWS));
#endif
}
