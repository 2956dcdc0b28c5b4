/* aggregate-in-where: condition; second enforcer only: a condition that is kept is a value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	condition = CONDITION(GT(users.id, 3));
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(condition)));
#else
	condition = CONDITION(GT(MAX(users.id), 3));
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(condition)));
#endif
}
