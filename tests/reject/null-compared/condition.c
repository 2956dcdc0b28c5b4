/* null-compared: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	const cq_condition kept = CONDITION(NE(users.username, "x"));
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#else
	const cq_condition kept = CONDITION(NE(users.username, NULL)); /* reject: NE(users.username, NULL): ... */
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#endif
}
