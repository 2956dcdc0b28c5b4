/* empty-values: field */
#include "../models.h"

#ifndef EmptyValuesWell_FIELDS
#define EmptyValuesWell_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, IN(users.id, 3))
CQ_ROW(EmptyValuesWell)
#endif

#ifndef EmptyValuesWrong_FIELDS
#define EmptyValuesWrong_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, IN(users.id)) /* reject: IN(users.id): ... */
CQ_ROW(EmptyValuesWrong)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(EmptyValuesWell),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(EmptyValuesWrong), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
