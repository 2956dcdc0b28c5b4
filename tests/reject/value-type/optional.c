/* value-type: optional */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, maybe)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, maybe)), /* reject: SET(bio, maybe): ... */
		ALL_ROWS));
#endif
}
