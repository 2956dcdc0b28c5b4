/* column-read-only: set_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(products, SET(details, NULL), WHEN(newest, SET(weight, 2.5))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(gross, products.price): ... */
		UPDATE(products, SET(details, NULL), WHEN(newest, SET(gross, products.price))),
		ALL_ROWS));
#endif
}
