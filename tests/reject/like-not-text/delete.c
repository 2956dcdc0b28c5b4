/* like-not-text: delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(LIKE(users.username, "a%"))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(LIKE(users.is_active, "a%")))); /* reject: LIKE(users.is_active, "a%"): ... */
#endif
}
