/* not-text: length */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(LENGTH(products.picture)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(LENGTH(products.price)), /* reject: LENGTH(products.price): ... */
		FROM(products)));
#endif
}
