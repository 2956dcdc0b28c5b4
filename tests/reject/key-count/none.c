/* key-count: none; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_key_count_none(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_get(session, User, &user, 7);
#else
	return cq_get(session, User, &user); /* reject: cq_get(User): needs one value for each column of the primary key */
#endif
}
