/* object-pointer: get_without_address; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_get_without_address(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_get(session, User, &user, 7);
#else
	return cq_get(session, User, user, 7); /* reject: cq_get: user is no pointer to a User * */
#endif
}
