/* unknown-column: set_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, users.age), SET(bio, name)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, users.scroe), SET(bio, name)), /* reject: scroe */
		ALL_ROWS));
#endif
}
