/* min-max-type: bytes */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(products.code)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(products.picture)), /* reject: MAX(products.picture): ... */
		FROM(products)));
#endif
}
