/* unknown-column: delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(EQ(users.id, large))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(EQ(users.idd, large)))); /* reject: idd */
#endif
}
