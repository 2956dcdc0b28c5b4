/* table-not-in-from: returning_using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(EQ(users.id, posts.author_id)),
		RETURNING(posts.id)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : RETURNING: ... */
		DELETE_FROM(posts),
		USING(users),
		WHERE(EQ(users.id, posts.author_id)),
		RETURNING(users.id)));
#endif
}
