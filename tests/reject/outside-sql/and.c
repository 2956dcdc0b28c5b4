/* outside-sql: and; compiler only: there is no statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	condition = CONDITION(AND(users.is_active, EQ(users.age, 3)));
	return CQ_OK;
#else
	(void)AND(users.is_active, users.is_active); /* reject: AND(users.is_active, users.is_active): ... */
	return CQ_OK;
#endif
}
