/* target-lacks: interval_mariadb; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_MARIADB | CQ_POSTGRESQL
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_ADD(DAY, products.made, 3)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_ADD(products.made, products.lasts)), /* reject: DATE_ADD(products.made, products.lasts): ... */
		FROM(products)));
#endif
}
