/* unknown-relation: load; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_relation_load(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_load(session, user, users.posts);
#else
	return cq_load(session, user, users.pots); /* reject: pots */
#endif
}
