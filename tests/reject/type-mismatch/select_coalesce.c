/* type-mismatch: select_coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, "none")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, 0)), /* reject: COALESCE(users.bio, 0): ... */
		FROM(users)));
#endif
}
