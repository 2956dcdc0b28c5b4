/* table-not-in-from: where_either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, EQ(users.username, name), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, EQ(posts.title, name), users.is_active)))); /* reject: users.is_active)): ... */
#endif
}
