/* null-compared: delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(IS_NULL(users.boss_id))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(EQ(users.boss_id, NULL)))); /* reject: : ... */
#endif
}
