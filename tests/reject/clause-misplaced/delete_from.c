/* clause-misplaced: delete_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		DELETE_FROM(posts),
		FROM(users),
		WHERE(EQ(posts.author_id, users.id))));
#endif
}
