/* join-without-on: collect; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), JOIN(posts, EQ(posts.id, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), JOIN(posts))))); /* reject: JOIN(posts): ... */
#endif
}
