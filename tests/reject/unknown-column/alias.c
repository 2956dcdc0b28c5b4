/* unknown-column: alias */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(boss, EQ(boss.id, users.boss_id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(boss, EQ(boss.idd, users.boss_id)))); /* reject: idd */
#endif
}
