/* column-missing: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		INSERT_INTO(users, SET(username, "x"), SET(age, 3)),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		INSERT_INTO(users, SET(username, "x")), /* reject: INSERT_INTO, column age: ... */
		FROM(totals)));
#endif
}
