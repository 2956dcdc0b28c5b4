/* type-mismatch: ternary */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(newest ? EQ(users.age, 40) : EQ(users.bio, name))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: EQ(users.age, "forty"): ... */
		WHERE(newest ? EQ(users.age, "forty") : EQ(users.bio, name))));
#endif
}
