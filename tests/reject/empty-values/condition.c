/* empty-values: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	const cq_condition kept = CONDITION(IN(users.id, 3));
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#else
	const cq_condition kept = CONDITION(IN(users.id)); /* reject: IN(users.id): ... */
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#endif
}
