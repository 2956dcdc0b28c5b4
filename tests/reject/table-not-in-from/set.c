/* table-not-in-from: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(is_active, GT(users.age, 3))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SET: ... */
		UPDATE(users, SET(is_active, GT(products.id, 3))),
		ALL_ROWS));
#endif
}
