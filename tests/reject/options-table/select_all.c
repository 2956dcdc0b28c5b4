/* options-table: select_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(posts),
		FROM(posts),
		OPTIONS(SELECTIN(posts.author, users.reports))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(posts),
		FROM(posts),
		OPTIONS(SELECTIN(users.reports)))); /* reject: OPTIONS(SELECTIN(users.reports)): ... */
#endif
}
