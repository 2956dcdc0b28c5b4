/* not-text: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	const cq_condition kept = CONDITION(EQ(LOWER(users.username), "x"));
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#else
	const cq_condition kept = CONDITION(EQ(LOWER(users.age), "x")); /* reject: LOWER(users.age): ... */
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#endif
}
