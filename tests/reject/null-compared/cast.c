/* null-compared: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(NE(users.username, "x"), INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(NE(users.username, NULL), INTEGER)), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
