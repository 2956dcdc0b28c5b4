/* label-unknown: group_by; second enforcer only: labels are texts */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(LOWER(users.username), low), COUNT_ROWS()),
		FROM(users),
		GROUP_BY(LABEL(low))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(LOWER(users.username), low), COUNT_ROWS()),
		FROM(users),
		GROUP_BY(LABEL(lwo))));
#endif
}
