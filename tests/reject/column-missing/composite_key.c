/* column-missing: composite_key */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(likes, SET(user_id, 1), SET(post_id, 2))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(likes, SET(user_id, 1)))); /* reject: INSERT_INTO, column post_id: ... */
#endif
}
