/* type-mismatch: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(is_active, EQ(users.age, 40))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(is_active, EQ(users.age, "forty"))), /* reject: EQ(users.age, "forty"): ... */
		ALL_ROWS));
#endif
}
