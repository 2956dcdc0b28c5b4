/* target-lacks: returning_update_from; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_MARIADB | CQ_SQLITE
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id)),
		RETURNING_ALL(users)));
#endif
}
