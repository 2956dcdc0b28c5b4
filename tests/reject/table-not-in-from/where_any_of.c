/* table-not-in-from: where_any_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, EQ(users.username, names[i])))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, EQ(posts.title, names[i]))))); /* reject: EQ(posts.title, names[i]))): ... */
#endif
}
