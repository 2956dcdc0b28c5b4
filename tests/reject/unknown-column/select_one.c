/* unknown-column: select_one */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.username),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.nmae), /* reject: nmae */
		FROM(users)));
#endif
}
