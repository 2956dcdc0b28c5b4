/* field-null: coalesce */
#include "../models.h"

#define BodyRow_FIELDS(FIELD) \
	FIELD(body, TEXT, COALESCE(posts.body, "none"))
CQ_ROW(BodyRow)

#define NoBodyRow_FIELDS(FIELD) \
	FIELD(body, TEXT, LOWER(posts.body))
CQ_ROW(NoBodyRow)

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
