/* alias-target: delete; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(boss), /* reject: DELETE_FROM(boss): ... */
		ALL_ROWS));
#endif
}
