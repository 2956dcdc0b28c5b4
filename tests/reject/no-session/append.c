/* no-session: append; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_no_session_append(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_append(session, user, users.posts, post);
#else
	return cq_append(db, user, users.posts, post); /* reject: cq_append: db is no pointer to a session */
#endif
}
