/* object-pointer: add_new; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_add_new(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_add_new(session, User, &user, .username = "x");
#else
	return cq_add_new(session, User, user, .username = "x"); /* reject: cq_add_new: user is no pointer to a User * */
#endif
}
