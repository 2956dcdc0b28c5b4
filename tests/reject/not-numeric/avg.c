/* not-numeric: avg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AVG(products.price)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AVG(products.made)), /* reject: AVG(products.made): ... */
		FROM(products)));
#endif
}
