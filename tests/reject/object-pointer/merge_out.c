/* object-pointer: merge_out; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_object_pointer_merge_out(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_merge(session, User, user, &user);
#else
	return cq_merge(session, User, user, user); /* reject: cq_merge: user is no pointer to a User * */
#endif
}
