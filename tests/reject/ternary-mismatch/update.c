/* ternary-mismatch: update; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(EITHER(newest, EQ(users.username, name), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(newest ? EQ(users.username, name) : users.is_active))); /* reject: pointer type mismatch */
#endif
}
