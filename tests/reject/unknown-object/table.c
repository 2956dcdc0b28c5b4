/* unknown-object: table; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_table(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_add(session, User, user);
#else
	return cq_add(session, users, user); /* reject: cq_target_users */
#endif
}
