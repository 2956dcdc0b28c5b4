/* clause-twice: delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		DELETE_FROM(users),
		WHERE(users.is_active),
		WHERE(GT(users.age, 3))));
#endif
}
