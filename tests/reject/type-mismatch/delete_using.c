/* type-mismatch: delete_using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(GT(users.age, "three")))); /* reject: GT(users.age, "three"): ... */
#endif
}
