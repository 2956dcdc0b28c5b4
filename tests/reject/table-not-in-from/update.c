/* table-not-in-from: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, ADD(users.age, 1))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL( /* reject: SET: ... */
		UPDATE(users, SET(boss_id, posts.author_id)),
		ALL_ROWS));
#endif
}
