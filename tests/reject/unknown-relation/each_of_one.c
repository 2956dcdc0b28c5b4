/* unknown-relation: each_of_one; compiler only: a call of a session is no statement */
#include <cquel/relation.h>
#include "../models.h"

static __attribute__((unused)) void try_unknown_relation_each_of_one(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	CQ_EACH(Post, one, user->posts) (void)one;
#else
	CQ_EACH(User, one, post->author) (void)one; /* reject: items */
#endif
}
