/* scalar-type: one_or_none */
#include "../models.h"

CASE
{
	cq_date value;
#ifndef MISTAKE
	return cq_scalar_one_or_none(db, &value, SQL(
		SELECT(products.made),
		FROM(products)));
#else
	return cq_scalar_one_or_none(db, &value, SQL( /* reject: cq_scalar_one_or_none(&value): ... */
		SELECT(products.opens),
		FROM(products)));
#endif
}
