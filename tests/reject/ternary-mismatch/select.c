/* ternary-mismatch: select; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(EITHER(newest, users.username, users.bio)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(newest ? users.username : users.bio), /* reject: pointer type mismatch */
		FROM(users)));
#endif
}
