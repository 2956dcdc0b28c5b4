/* field-null: all */
#include "../models.h"

#ifndef BioRow_FIELDS
#define BioRow_FIELDS(FIELD) \
	FIELD(bio, NULLABLE(TEXT), users.bio)
CQ_ROW(BioRow)
#endif

#ifndef NoBioRow_FIELDS
#define NoBioRow_FIELDS(FIELD) \
	FIELD(bio, TEXT, users.bio)
CQ_ROW(NoBioRow)
#endif

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
