/* field-type: collect */
#include "../models.h"

#ifndef FieldTypeCollectWell_FIELDS
#define FieldTypeCollectWell_FIELDS(FIELD) \
	FIELD(what, LIST(Member), COLLECT(Member, FROM(boss), JOIN(users, EQ(users.id, boss.id))))
CQ_ROW(FieldTypeCollectWell)
#endif

#ifndef FieldTypeCollectWrong_FIELDS
#define FieldTypeCollectWrong_FIELDS(FIELD) \
	FIELD(what, LIST(Member), users.id)
CQ_ROW(FieldTypeCollectWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeCollectWell) rows;
	return cq_all(db, FieldTypeCollectWell, &rows, SQL(SELECT_ROW(FieldTypeCollectWell), FROM(users)));
#else
	cq_rows(FieldTypeCollectWrong) rows;
	return cq_all(db, FieldTypeCollectWrong, &rows, SQL(SELECT_ROW(FieldTypeCollectWrong), FROM(users))); /* reject: field what is LIST(Member): users.id: ... */
#endif
}
