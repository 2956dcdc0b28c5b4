/* target-lacks: modulo; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE | CQ_POSTGRESQL
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MOD(products.id, 3)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(MOD(products.price, 3)), /* reject: MOD(products.price, 3): ... */
		FROM(products)));
#endif
}
