/* like-not-text: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	const cq_condition kept = CONDITION(LIKE(users.username, "4%"));
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#else
	const cq_condition kept = CONDITION(LIKE(users.age, "4%")); /* reject: LIKE(users.age, "4%"): ... */
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#endif
}
