/* no-session: load; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_no_session_load(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_load(session, user, users.posts);
#else
	return cq_load(db, user, users.posts); /* reject: cq_load: db is no pointer to a session */
#endif
}
