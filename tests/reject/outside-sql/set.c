/* outside-sql: set; compiler only: there is no statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(UPDATE(users, SET(age, 3)), ALL_ROWS));
#else
	(void)SET(age, 3); return CQ_OK; /* reject: SET_and_VALUES_stand_only_in_INSERT_INTO_and_UPDATE */
#endif
}
