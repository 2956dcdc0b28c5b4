/* table-twice: using_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		JOIN(boss, EQ(users.id, users.boss_id)),
		WHERE(EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		DELETE_FROM(posts),
		USING(users),
		JOIN(users, EQ(users.id, users.boss_id)),
		WHERE(EQ(posts.author_id, users.id))));
#endif
}
