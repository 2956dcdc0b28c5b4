/* not-a-reference: where_alias */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(boss, ALONG(users.boss_id, boss))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(boss, ALONG(users.id, boss)))); /* reject: ALONG(users.id, boss): ... */
#endif
}
