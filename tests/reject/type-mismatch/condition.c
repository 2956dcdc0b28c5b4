/* type-mismatch: condition; compiler only: a condition is checked as part of the statement it stands in */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	condition = CONDITION(EQ(users.age, 40));
	return CQ_OK;
#else
	condition = CONDITION(EQ(users.age, "forty")); /* reject: EQ(users.age, "forty"): ... */
	return CQ_OK;
#endif
}
