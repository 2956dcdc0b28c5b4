/* not-a-condition: condition; compiler only: a condition is checked as part of the statement it stands in */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	condition = CONDITION(users.is_active);
	return CQ_OK;
#else
	condition = CONDITION(users.age); /* reject: CONDITION(users.age): ... */
	return CQ_OK;
#endif
}
