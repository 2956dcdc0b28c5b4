/* relation-kind: any; compiler only: both are the same program */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(posts),
		FROM(posts),
		WHERE(HAS(posts.author))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(posts),
		FROM(posts),
		WHERE(ANY(posts.author)))); /* reject: ANY(posts.author): ... */
#endif
}
