/* object-pointer: append_all; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_append_all(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_append_all(session, user, users.posts, &post, 1);
#else
	return cq_append_all(session, user, users.posts, post, 1); /* reject: cq_append_all: post is no array of pointers to objects that users.posts leads to */
#endif
}
