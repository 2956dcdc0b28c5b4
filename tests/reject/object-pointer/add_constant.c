/* object-pointer: add_constant; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_add_constant(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_add(session, User, user);
#else
	return cq_add(session, User, (const User *)user); /* reject: cq_add: (const User *)user is no pointer to a User */
#endif
}
