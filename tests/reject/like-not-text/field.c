/* like-not-text: field */
#include "../models.h"

#ifndef LikeNotTextWell_FIELDS
#define LikeNotTextWell_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, LIKE(users.username, "4%"))
CQ_ROW(LikeNotTextWell)
#endif

#ifndef LikeNotTextWrong_FIELDS
#define LikeNotTextWrong_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, LIKE(users.age, "4%")) /* reject: LIKE(users.age, "4%"): ... */
CQ_ROW(LikeNotTextWrong)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(LikeNotTextWell),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(LikeNotTextWrong), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
