/* column-read-only: update_generated */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(products, SET(weight, 2.5)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(products, SET(gross, products.price)), /* reject: SET(gross, products.price): ... */
		ALL_ROWS));
#endif
}
