/* unknown-word: unit */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(EXTRACT(DAY, users.created_at)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CQ_UNIT_DYA */
		SELECT(EXTRACT(DYA, users.created_at)),
		FROM(users)));
#endif
}
