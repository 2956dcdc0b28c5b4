/* object-null-outer: all; compiler only: what rows become is not in the program */
#include "../models.h"

CASE
{
	cq_rows(Post) found;
#ifndef MISTAKE
	return cq_all(db, Post, &found, SQL(
		SELECT_ALL(posts),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_all(db, Post, &found, SQL( /* reject: cq_all(Post): ... */
		SELECT_ALL(posts),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
