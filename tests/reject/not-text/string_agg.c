/* not-text: string_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ",")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: STRING_AGG(users.age, ","): ... */
		SELECT(STRING_AGG(users.age, ",")),
		FROM(users)));
#endif
}
