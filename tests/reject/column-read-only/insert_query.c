/* column-read-only: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(products, SET(details, products.details), SET(code, products.code), SET(price, products.price), SET(weight, products.weight), SET(made, products.made), SET(opens, products.opens), SET(lasts, products.lasts)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(gross, products.price): ... */
		INSERT_INTO(products, SET(gross, products.price), SET(code, products.code), SET(price, products.price), SET(weight, products.weight), SET(made, products.made), SET(opens, products.opens), SET(lasts, products.lasts)),
		FROM(products)));
#endif
}
