/* value-type: set nullable: another type that may be NULL as well is one mistake */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(username, COALESCE(users.bio, ""))), ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(username, users.score)), ALL_ROWS)); /* reject: SET(username, users.score): ... */
#endif
}
