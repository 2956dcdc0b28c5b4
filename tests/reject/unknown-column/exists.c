/* unknown-column: exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: autor_id */
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EQ(posts.autor_id, users.id))))));
#endif
}
