/* clause-twice: using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		USING(posts),
		WHERE(EQ(users.id, posts.author_id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		DELETE_FROM(users),
		USING(posts),
		USING(likes),
		WHERE(EQ(users.id, posts.author_id))));
#endif
}
