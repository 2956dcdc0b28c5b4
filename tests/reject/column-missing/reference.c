/* column-missing: reference */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(title, name), SET(author_id, large))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(title, name)))); /* reject: INSERT_INTO, column author_id: ... */
#endif
}
