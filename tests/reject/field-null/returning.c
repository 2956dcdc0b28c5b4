/* field-null: returning */
#include "../models.h"

#ifndef ScoreRow_FIELDS
#define ScoreRow_FIELDS(FIELD) \
	FIELD(score, NULLABLE(INTEGER), users.score)
CQ_ROW(ScoreRow)
#endif

#ifndef NoScoreRow_FIELDS
#define NoScoreRow_FIELDS(FIELD) \
	FIELD(score, INTEGER, users.score)
CQ_ROW(NoScoreRow)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, 3)),
		ALL_ROWS,
		RETURNING_ROW(ScoreRow)));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, 3)),
		ALL_ROWS,
		RETURNING_ROW(NoScoreRow))); /* reject: field score is INTEGER: users.score: ... */
#endif
}
