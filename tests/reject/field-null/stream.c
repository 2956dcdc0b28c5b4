/* field-null: stream */
#include "../models.h"

#ifndef FieldNullStreamWell_FIELDS
#define FieldNullStreamWell_FIELDS(FIELD) \
	FIELD(what, TEXT, users.username)
CQ_ROW(FieldNullStreamWell)
#endif

#ifndef FieldNullStreamWrong_FIELDS
#define FieldNullStreamWrong_FIELDS(FIELD) \
	FIELD(what, TEXT, users.bio)
CQ_ROW(FieldNullStreamWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_stream *stream;
	return cq_stream_open(db, FieldNullStreamWell, NULL, &stream, SQL(SELECT_ROW(FieldNullStreamWell), FROM(users)));
#else
	cq_stream *stream;
	return cq_stream_open(db, FieldNullStreamWrong, NULL, &stream, SQL(SELECT_ROW(FieldNullStreamWrong), FROM(users))); /* reject: field what is TEXT: users.bio: ... */
#endif
}
