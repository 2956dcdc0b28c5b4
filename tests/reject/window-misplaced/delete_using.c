/* window-misplaced: delete_using */
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
		WHERE(GT(OVER(RANK(), ORDER_BY(users.id)), 3)))); /* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
#endif
}
