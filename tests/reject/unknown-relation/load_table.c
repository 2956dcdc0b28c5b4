/* unknown-relation: load_table; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_relation_load_table(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_load(session, user, users.posts);
#else
	return cq_load(session, user, usrs.posts); /* reject: usrs */
#endif
}
