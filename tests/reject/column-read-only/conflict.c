/* column-read-only: conflict */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, large), SET(title, name)),
		ON_CONFLICT_DO_UPDATE(posts, KEY(id), SET(title, EXCLUDED(posts.title)))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, large), SET(title, name)),
		ON_CONFLICT_DO_UPDATE(posts, KEY(id), SET(id, 3)))); /* reject: SET, column id: ... */
#endif
}
