/* column-read-only: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(products, SET(details, NULL)),
		FROM(users),
		WHERE(EQ(products.id, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(products, SET(gross, products.price)), /* reject: SET(gross, products.price): ... */
		FROM(users),
		WHERE(EQ(products.id, users.id))));
#endif
}
