/* scalar-null: left_join; compiler only: at run time only a NULL that is there is an error */
#include "../models.h"

CASE
{
	int64_t value;
#ifndef MISTAKE
	return cq_scalar(db, &value, SQL(
		SELECT(posts.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_scalar(db, &value, SQL( /* reject: cq_scalar(&value): ... */
		SELECT(posts.id),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
