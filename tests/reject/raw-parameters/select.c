/* raw-parameters: select; second enforcer only: the parameters stand inside a text */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(TEXT, "substr(?, 1)", users.username)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(TEXT, "substr(?, ?)", users.username)),
		FROM(users)));
#endif
}
