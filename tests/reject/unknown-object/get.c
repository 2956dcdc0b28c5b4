/* unknown-object: get; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_get(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_get(session, User, &user, 7);
#else
	return cq_get(session, User, &nosuch, 7); /* reject: nosuch */
#endif
}
