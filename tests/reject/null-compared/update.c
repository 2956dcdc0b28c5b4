/* null-compared: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(boss_id, NULL)),
		WHERE(IS_NULL(users.boss_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(boss_id, NULL)),
		WHERE(EQ(users.boss_id, NULL)))); /* reject: : ... */
#endif
}
