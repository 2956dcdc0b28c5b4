/* table-twice: using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		USING(boss),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		DELETE_FROM(users),
		USING(users),
		WHERE(users.is_active)));
#endif
}
