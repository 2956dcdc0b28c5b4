/* subquery-columns: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	const cq_condition kept = CONDITION(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))));
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#else
	const cq_condition kept = CONDITION(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))); /* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(kept)));
#endif
}
