/* aggregate-of-aggregate: string_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ",")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: STRING_AGG(MAX(users.username), ","): ... */
		SELECT(STRING_AGG(MAX(users.username), ",")),
		FROM(users)));
#endif
}
