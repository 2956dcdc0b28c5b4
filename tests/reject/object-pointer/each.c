/* object-pointer: each; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) void try_object_pointer_each(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	CQ_EACH(Post, one, user->posts) (void)one;
#else
	CQ_EACH(User, one, user->posts) (void)one; /* reject: CQ_EACH(User, one, user->posts): the collection holds objects of another model */
#endif
}
