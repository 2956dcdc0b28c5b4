/* table-not-in-from: update_where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(EQ(users.username, name))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(EQ(posts.title, name)))); /* reject: WHERE(EQ(posts.title, name)): ... */
#endif
}
