/* table-not-in-from: where_ternary */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(newest ? EQ(users.username, name) : EQ(users.bio, name))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(newest ? EQ(posts.title, name) : EQ(posts.body, name)))); /* reject: EQ(posts.body, name)): ... */
#endif
}
