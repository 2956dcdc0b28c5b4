/* empty-set: update_from; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, posts.body)),
		FROM(posts),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users), /* reject: UPDATE(users): ... */
		FROM(posts),
		ALL_ROWS));
#endif
}
