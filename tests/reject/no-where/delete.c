/* no-where: delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL( /* reject: SQL(DELETE_FROM(users)): ... */
		DELETE_FROM(users)));
#endif
}
