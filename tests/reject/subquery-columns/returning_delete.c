/* subquery-columns: returning_delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		RETURNING(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))));
#endif
}
