/* min-max-type: json */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MIN(products.made)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(MIN(products.details)), /* reject: MIN(products.details): ... */
		FROM(products)));
#endif
}
