/* table-not-in-from: optional_clause */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHEN(newest, WHERE(EQ(users.username, name)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHEN(newest, WHERE(EQ(posts.title, name))))); /* reject: WHERE(EQ(posts.title, name)): ... */
#endif
}
