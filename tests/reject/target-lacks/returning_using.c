/* target-lacks: returning_using; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_MARIADB | CQ_SQLITE
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		USING(posts),
		WHERE(EQ(users.id, posts.author_id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		DELETE_FROM(users),
		USING(posts),
		WHERE(EQ(users.id, posts.author_id)),
		RETURNING(users.id)));
#endif
}
