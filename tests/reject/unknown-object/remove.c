/* unknown-object: remove; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_remove(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_remove(session, user, users.posts, post);
#else
	return cq_remove(session, user, users.posts, nosuch); /* reject: nosuch */
#endif
}
