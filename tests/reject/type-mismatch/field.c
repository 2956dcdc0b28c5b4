/* type-mismatch: field */
#include "../models.h"

#ifndef Forty_FIELDS
#define Forty_FIELDS(FIELD) \
	FIELD(forty, BOOLEAN, EQ(users.age, 40))
CQ_ROW(Forty)
#endif

#ifndef FortyText_FIELDS
#define FortyText_FIELDS(FIELD) \
	FIELD(forty, BOOLEAN, EQ(users.age, "forty")) /* reject: EQ(users.age, "forty"): ... */
CQ_ROW(FortyText)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(Forty),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(FortyText), /* reject: EQ(users.age, "forty"): ... */
		FROM(users)));
#endif
}
