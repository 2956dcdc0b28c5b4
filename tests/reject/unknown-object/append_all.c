/* unknown-object: append_all; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_append_all(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_append_all(session, user, users.posts, &post, 1);
#else
	return cq_append_all(session, user, users.posts, nosuch, 1); /* reject: nosuch */
#endif
}
