/* unknown-table: except */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		EXCEPT(SELECT(posts.id), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		EXCEPT(SELECT(posts.id), FROM(psots)))); /* reject: psots */
#endif
}
