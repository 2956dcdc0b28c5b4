/* table-twice: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		JOIN(boss, EQ(users.id, users.boss_id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		JOIN(users, EQ(users.id, users.boss_id))));
#endif
}
