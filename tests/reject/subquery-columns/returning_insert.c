/* subquery-columns: returning_insert */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		RETURNING(users.id, IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))));
#endif
}
