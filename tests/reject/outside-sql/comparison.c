/* outside-sql: comparison; compiler only: there is no statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	condition = CONDITION(EQ(users.age, 3));
	return CQ_OK;
#else
	(void)EQ(users.age, 3); /* reject: EQ(users.age, 3): ... */
	return CQ_OK;
#endif
}
