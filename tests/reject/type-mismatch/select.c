/* type-mismatch: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(EQ(users.age, 40)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(EQ(users.age, "forty")), /* reject: EQ(users.age, "forty"): ... */
		FROM(users)));
#endif
}
