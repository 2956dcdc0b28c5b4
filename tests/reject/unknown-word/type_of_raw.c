/* unknown-word: a type that RAW does not know */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(DECIMAL(3, 2), "1.25")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(DECIML(3, 2), "1.25")), /* reject: RAW(DECIML(3, 2), "1.25"): takes a type, and DECIML(3, 2) is none */
		FROM(users)));
#endif
}
