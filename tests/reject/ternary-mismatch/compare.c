/* ternary-mismatch: compare; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(EITHER(newest, users.username, users.bio), name))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(newest ? users.username : users.bio, name)))); /* reject: pointer type mismatch */
#endif
}
