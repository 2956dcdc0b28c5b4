/* field-null: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: QUERY(totals, SELECT(users.id, users.boss_id), FROM(users)): ... */
		FROM(QUERY(totals, SELECT(users.id, users.boss_id), FROM(users)))));
#endif
}
