/* unknown-column: string_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.usrename, ", ")), /* reject: usrename */
		FROM(users)));
#endif
}
