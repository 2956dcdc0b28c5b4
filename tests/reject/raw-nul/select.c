/* raw-nul: select; compiler only: a text in a program ends at its first NUL byte */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(TEXT, "'a b'")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(TEXT, "'a\0b'")), /* reject: : ... */
		FROM(users)));
#endif
}
