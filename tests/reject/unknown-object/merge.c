/* unknown-object: merge; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_merge(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_merge(session, User, user, &user);
#else
	return cq_merge(session, User, nosuch, &user); /* reject: nosuch */
#endif
}
