/* unknown-column: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, users.username),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, users.nmae), /* reject: nmae */
		FROM(users)));
#endif
}
