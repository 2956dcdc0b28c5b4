/* table-not-in-from: returning_delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : RETURNING: ... */
		DELETE_FROM(users),
		WHERE(users.is_active),
		RETURNING(GT(products.id, 3))));
#endif
}
