/* unknown-word: a type that CAST does not know */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(users.age, BIGINT)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(users.age, BIGNT)), /* reject: CAST(users.age, BIGNT): takes a type, and BIGNT is none */
		FROM(users)));
#endif
}
