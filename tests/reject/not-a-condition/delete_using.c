/* not-a-condition: delete_using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(users.age))); /* reject: WHERE(users.age): ... */
#endif
}
