/* clause-misplaced: update_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(boss_id, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		UPDATE(users, SET(boss_id, 3)),
		JOIN(posts, EQ(posts.author_id, users.id)),
		ALL_ROWS));
#endif
}
