/* unknown-word: a type that NULL_OF does not know */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(NULL_OF(TEXT)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(NULL_OF(TXT)), /* reject: NULL_OF(TXT): takes a type, and TXT is none */
		FROM(users)));
#endif
}
