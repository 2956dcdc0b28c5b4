/* column-read-only: when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(products, SET(weight, 2.5), WHEN(newest, SET(picture, NULL))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(products, SET(weight, 2.5), WHEN(newest, SET(id, 3))), /* reject: SET(id, 3): ... */
		ALL_ROWS));
#endif
}
