/* not-json: text */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.bio, "a"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: JSON_TEXT(users.bio, "a"): ... */
		WHERE(EQ(JSON_TEXT(users.bio, "a"), "a"))));
#endif
}
