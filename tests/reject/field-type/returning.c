/* field-type: returning */
#include "../models.h"

#define MadeRow_FIELDS(FIELD) \
	FIELD(made, DATE, products.made)
CQ_ROW(MadeRow)

#define MadeTextRow_FIELDS(FIELD) \
	FIELD(made, TIMESTAMP, products.made)
CQ_ROW(MadeTextRow)

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(products),
		ALL_ROWS,
		RETURNING_ROW(MadeRow)));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(products),
		ALL_ROWS,
		RETURNING_ROW(MadeTextRow))); /* reject: field made is TIMESTAMP: products.made: ... */
#endif
}
