/* object-pointer: assign; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_assign(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_assign(session, post, posts.author, user);
#else
	return cq_assign(session, post, posts.author, post); /* reject: cq_assign: post is no pointer to an object that posts.author leads to */
#endif
}
