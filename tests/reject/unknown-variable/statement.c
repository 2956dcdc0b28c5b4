/* unknown-variable: statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(DELETE_FROM(users), ALL_ROWS));
#else
	return cq_execute(db, NULL, nosuch); /* reject: nosuch */
#endif
}
