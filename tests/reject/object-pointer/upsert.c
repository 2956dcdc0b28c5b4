/* object-pointer: upsert; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

#include <cquel/upsert.h>

static __attribute__((unused)) cq_status try_object_pointer_upsert(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_upsert(session, User, user, username);
#else
	return cq_upsert(session, User, post, username); /* reject: cq_upsert: post is no pointer to a User */
#endif
}
