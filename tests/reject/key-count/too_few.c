/* key-count: too_few; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_key_count_too_few(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_get(session, Like, &(Like *){0}, 7, 8);
#else
	return cq_get(session, Like, &(Like *){0}, 7); /* reject: cq_get(Like): needs one value for each column of the primary key */
#endif
}
