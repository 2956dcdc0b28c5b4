/* aggregate-and-column: collect */
#include "../models.h"

#ifndef MemberNumber_FIELDS
#define MemberNumber_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(number, BIGINT, COUNT(users.id))
CQ_ROW(MemberNumber)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(MemberNumber, FROM(users))))); /* reject: COLLECT(MemberNumber, FROM(users)): ... */
#endif
}
