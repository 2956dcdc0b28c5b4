/* type-mismatch: and */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, OR(EQ(users.age, 40), IS_NULL(users.bio))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: EQ(users.age, "forty"): ... */
		WHERE(AND(users.is_active, OR(EQ(users.age, "forty"), IS_NULL(users.bio))))));
#endif
}
