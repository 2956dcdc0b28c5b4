/* raw-nul: func; compiler only: a text in a program ends at its first NUL byte */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(TEXT, "upper", users.bio)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ... */
		SELECT(FUNC(TEXT, "up\0per", users.bio)),
		FROM(users)));
#endif
}
