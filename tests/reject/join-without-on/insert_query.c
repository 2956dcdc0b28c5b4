/* join-without-on: insert_query; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, "x"), SET(age, 3)),
		FROM(likes),
		JOIN(posts, EQ(posts.id, 3))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, "x"), SET(age, 3)),
		FROM(likes),
		JOIN(posts))); /* reject: JOIN(posts): ... */
#endif
}
