/* field-type: stream */
#include "../models.h"

#ifndef FieldTypeStreamWell_FIELDS
#define FieldTypeStreamWell_FIELDS(FIELD) \
	FIELD(what, TEXT, users.username)
CQ_ROW(FieldTypeStreamWell)
#endif

#ifndef FieldTypeStreamWrong_FIELDS
#define FieldTypeStreamWrong_FIELDS(FIELD) \
	FIELD(what, TEXT, users.age)
CQ_ROW(FieldTypeStreamWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_stream *stream;
	return cq_stream_open(db, FieldTypeStreamWell, NULL, &stream, SQL(SELECT_ROW(FieldTypeStreamWell), FROM(users)));
#else
	cq_stream *stream;
	return cq_stream_open(db, FieldTypeStreamWrong, NULL, &stream, SQL(SELECT_ROW(FieldTypeStreamWrong), FROM(users))); /* reject: field what is TEXT: users.age: ... */
#endif
}
