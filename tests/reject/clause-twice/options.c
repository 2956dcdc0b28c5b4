/* clause-twice: options */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(SELECT_ALL(users), FROM(users), OPTIONS(WITH_DELETED, POPULATE_EXISTING)));
#else
	return cq_execute(db, NULL, SQL(SELECT_ALL(users), FROM(users), OPTIONS(WITH_DELETED), OPTIONS(POPULATE_EXISTING))); /* reject: SQL(SELECT_ALL(users), FROM(users), OPTIONS(WITH_DELETED), OPTIONS(POPULATE_EXISTING)): ... */
#endif
}
