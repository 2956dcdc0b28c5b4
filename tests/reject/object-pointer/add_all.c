/* object-pointer: add_all; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_add_all(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_add_all(session, Post, post, 3);
#else
	return cq_add_all(session, Post, user, 3); /* reject: cq_add_all: user is no pointer to a Post */
#endif
}
