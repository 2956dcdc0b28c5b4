/* unknown-object: each; compiler only: a call of a session is no statement */
#include <cquel/relation.h>
#include "../models.h"

static __attribute__((unused)) void try_unknown_object_each(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	CQ_EACH(Post, one, user->posts) (void)one;
#else
	CQ_EACH(Post, one, nosuch->posts) (void)one; /* reject: nosuch */
#endif
}
