/* field-null: all */
#include "../models.h"

#define BioRow_FIELDS(FIELD) \
	FIELD(bio, NULLABLE(TEXT), users.bio)
CQ_ROW(BioRow)

#define NoBioRow_FIELDS(FIELD) \
	FIELD(bio, TEXT, users.bio)
CQ_ROW(NoBioRow)

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(BioRow),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NoBioRow), /* reject: field bio is TEXT: users.bio: ... */
		FROM(users)));
#endif
}
