/* table-not-in-from: returning_from_table */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id)),
		RETURNING(users.id)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : RETURNING: ... */
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id)),
		RETURNING(posts.id)));
#endif
}
