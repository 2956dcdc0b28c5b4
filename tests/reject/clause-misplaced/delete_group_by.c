/* clause-misplaced: delete_group_by */
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
		GROUP_BY(users.age)));
#endif
}
