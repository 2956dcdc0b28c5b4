/* cast-type: bytes */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(products.code, TEXT)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CAST(products.picture, TEXT): ... */
		SELECT(CAST(products.picture, TEXT)),
		FROM(products)));
#endif
}
