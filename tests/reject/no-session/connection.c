/* no-session: connection; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_no_session_connection(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_add(session, User, user);
#else
	return cq_add(db, User, user); /* reject: cq_add: db is no pointer to a session */
#endif
}
