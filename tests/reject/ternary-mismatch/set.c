/* ternary-mismatch: set; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, EITHER(newest, users.username, users.bio))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, newest ? users.username : users.bio)), /* reject: pointer type mismatch */
		ALL_ROWS));
#endif
}
