/* field-null: coalesce */
#include "../models.h"

#ifndef BodyRow_FIELDS
#define BodyRow_FIELDS(FIELD) \
	FIELD(body, TEXT, COALESCE(posts.body, "none"))
CQ_ROW(BodyRow)
#endif

#ifndef NoBodyRow_FIELDS
#define NoBodyRow_FIELDS(FIELD) \
	FIELD(body, TEXT, LOWER(posts.body))
CQ_ROW(NoBodyRow)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(BodyRow),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NoBodyRow), /* reject: field body is TEXT: LOWER(posts.body): ... */
		FROM(posts)));
#endif
}
