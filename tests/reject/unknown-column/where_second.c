/* unknown-column: where_second */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.id, large), EQ(users.bio, users.username))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.id, large), EQ(users.bio, users.nmae)))); /* reject: nmae */
#endif
}
