/* target-lacks: collect group; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE | CQ_MARIADB
#include "../models.h"

#define PostMember_FIELDS(FIELD) FIELD(id, BIGINT, posts.id)
CQ_ROW(PostMember)

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(PostMember, FROM(posts), WHERE(EQ(posts.author_id, users.id)), ORDER_BY(posts.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(PostMember, FROM(posts), WHERE(EQ(posts.author_id, users.id)), GROUP_BY(posts.id))), /* reject: GROUP_BY(posts.id)): ... */
		FROM(users)));
#endif
}
