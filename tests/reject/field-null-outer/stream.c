/* field-null-outer: stream */
#include "../models.h"

#ifndef StreamOuterRow_FIELDS
#define StreamOuterRow_FIELDS(FIELD) \
	FIELD(title, TEXT, posts.title)
CQ_ROW(StreamOuterRow)
#endif

CASE
{
	cq_stream *stream;
#ifndef MISTAKE
	return cq_stream_open(db, StreamOuterRow, NULL, &stream, SQL(
		SELECT_ROW(StreamOuterRow),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	/* reject: field title is TEXT, posts.title: ... */
	return cq_stream_open(db, StreamOuterRow, NULL, &stream, SQL(
		SELECT_ROW(StreamOuterRow),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
