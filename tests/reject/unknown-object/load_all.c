/* unknown-object: load_all; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_load_all(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_load_all(session, &user, 1, users.posts);
#else
	return cq_load_all(session, nosuch, 1, users.posts); /* reject: nosuch */
#endif
}
