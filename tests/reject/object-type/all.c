/* object-type: all; compiler only: what rows become is not in the program */
#include "../models.h"

CASE
{
	cq_rows(User) found;
#ifndef MISTAKE
	return cq_all(db, User, &found, SQL(
		SELECT_ALL(users),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_all(db, User, &found, SQL( /* reject: cq_all(User): ... */
		SELECT_ALL(posts),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
