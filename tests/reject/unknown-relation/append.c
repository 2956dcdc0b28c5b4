/* unknown-relation: append; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_relation_append(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_append(session, user, users.posts, post);
#else
	return cq_append(session, user, users.pots, post); /* reject: pots */
#endif
}
