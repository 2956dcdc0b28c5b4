/* unknown-column: ternary */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(newest ? DESC(users.created_at) : ASC(users.username))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(newest ? DESC(users.created_at) : ASC(users.nmae)))); /* reject: nmae */
#endif
}
