/* object-null-outer: one_or_none; compiler only: what rows become is not in the program */
#include "../models.h"

CASE
{
	Post *found;
#ifndef MISTAKE
	return cq_one_or_none(db, Post, &found, SQL(
		SELECT(ALL(posts)),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_one_or_none(db, Post, &found, SQL( /* reject: cq_one_or_none(Post): ... */
		SELECT(ALL(posts)),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
