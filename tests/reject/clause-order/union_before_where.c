/* clause-order: union_before_where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(users.is_active),
		UNION(SELECT(posts.id), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts)),
		WHERE(users.is_active)));
#endif
}
