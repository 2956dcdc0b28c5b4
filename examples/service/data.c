/* data.c: makes the tables of the service, and a little data in them, so that there is something to ask for. */
#include "data.h"

#include <stdio.h>

#include <cquel/words.h>

/* Objects are put together as they belong together; the session finds the order in which they are written. */
static cq_status fill(cq_session *session)
{
	User *ann, *bob;
	Post *hello;
	Comment *comment;
	Tag *tag;
	CQ_TRY(cq_add_new(session, User, &ann, .username = "ann", .bio = "Writes about birds."));
	CQ_TRY(cq_add_new(session, User, &bob, .username = "bob"));
	CQ_TRY(cq_add_new(session, Post, &hello, .title = "The wren", .body = "A small bird with a loud voice."));
	CQ_TRY(cq_add_new(session, Comment, &comment, .body = "Louder than the owl?"));
	CQ_TRY(cq_add_new(session, Tag, &tag, .name = "birds"));
	CQ_TRY(cq_assign(session, hello, posts.author, ann));
	CQ_TRY(cq_append(session, hello, posts.tags, tag));
	CQ_TRY(cq_append(session, hello, posts.comments, comment));
	CQ_TRY(cq_assign(session, comment, comments.author, bob));
	return CQ_OK;
}

static cq_status prepare(cq_session *session)
{
	int64_t count;
	CQ_TRANSACTION(session) {
		CQ_TRY(cq_create_all(session, CQ_TABLES(users, posts, comments, tags, post_tags)));
		CQ_TRY(cq_scalar(session, &count, SQL(SELECT(COUNT_ROWS()), FROM(users))));
		if (count == 0)
			CQ_TRY(fill(session));
	}
	return CQ_OK;
}

cq_status data_prepare(cq_engine *engine)
{
	cq_status status;
	CQ_SESSION_STATUS(engine, NULL, session, &status)
		status = prepare(session);
	if (status != CQ_OK)
		(void)fprintf(stderr, "service: %s\n", cq_engine_error(engine)->message);
	return status;
}
