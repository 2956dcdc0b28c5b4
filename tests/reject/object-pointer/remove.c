/* object-pointer: remove; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_remove(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_remove(session, user, users.posts, post);
#else
	return cq_remove(session, user, users.posts, user); /* reject: cq_remove: user is no pointer to an object that users.posts leads to */
#endif
}
