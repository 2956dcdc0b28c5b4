/* key-type: object; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_key_type_object(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_get(session, User, &user, post->id);
#else
	return cq_get(session, User, &user, *post); /* reject: cq_get(User): *post: the value has another type than the primary key */
#endif
}
