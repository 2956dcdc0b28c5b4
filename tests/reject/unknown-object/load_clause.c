/* unknown-object: load_clause; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_load_clause(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_load(session, user, users.posts, WHERE(EQ(posts.id, 3)));
#else
	return cq_load(session, nosuch, users.posts, WHERE(EQ(posts.id, 3))); /* reject: nosuch */
#endif
}
