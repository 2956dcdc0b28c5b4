/* scalar-type: narrow */
#include "../models.h"

CASE
{
	int64_t wide;
	int32_t narrow;
	(void)wide, (void)narrow;
#ifndef MISTAKE
	return cq_scalar(db, &wide, SQL(
		SELECT(COUNT(users.id)),
		FROM(users)));
#else
	return cq_scalar(db, &narrow, SQL( /* reject: cq_scalar(&narrow): ... */
		SELECT(COUNT(users.id)),
		FROM(users)));
#endif
}
