/* unknown-word: a type that FUNC does not know */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(NULLABLE(BIGINT), "abs", users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(NULLABLE(BIGIT), "abs", users.age)), /* reject: FUNC(NULLABLE(BIGIT), "abs", users.age): takes a type, and NULLABLE(BIGIT) is none */
		FROM(users)));
#endif
}
