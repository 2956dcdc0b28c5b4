/* unknown-relation: assign; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_relation_assign(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_assign(session, post, posts.author, user);
#else
	return cq_assign(session, post, posts.autor, user); /* reject: autor */
#endif
}
