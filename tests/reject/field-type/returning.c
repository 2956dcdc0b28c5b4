/* field-type: returning */
#include "../models.h"

#ifndef MadeRow_FIELDS
#define MadeRow_FIELDS(FIELD) \
	FIELD(made, DATE, products.made)
CQ_ROW(MadeRow)
#endif

#ifndef MadeTextRow_FIELDS
#define MadeTextRow_FIELDS(FIELD) \
	FIELD(made, TIMESTAMP, products.made)
CQ_ROW(MadeTextRow)
#endif

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
