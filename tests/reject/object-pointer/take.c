/* object-pointer: take; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_take(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_take(session, User, user, &user);
#else
	return cq_take(session, User, post, &user); /* reject: cq_take: post is no pointer to a User */
#endif
}
