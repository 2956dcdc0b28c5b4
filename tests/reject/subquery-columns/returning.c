/* subquery-columns: returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		RETURNING(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		RETURNING(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))));
#endif
}
