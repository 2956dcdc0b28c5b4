/* unknown-column: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	condition = CONDITION(EQ(users.username, name));
	return CQ_OK;
#else
	condition = CONDITION(EQ(users.nmae, name)); /* reject: nmae */
	return CQ_OK;
#endif
}
