/* lock-misplaced: share */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FOR_SHARE()));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		FOR_SHARE())); /* reject: FOR_SHARE(): ... */
#endif
}
