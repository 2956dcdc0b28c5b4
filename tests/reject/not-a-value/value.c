/* not-a-value: value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(VALUE(number)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(VALUE(*people)), /* reject: VALUE(*people): ... */
		FROM(users)));
#endif
}
