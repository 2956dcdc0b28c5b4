/* unknown-word: window */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: RNAK */
		SELECT(OVER(RNAK(), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
