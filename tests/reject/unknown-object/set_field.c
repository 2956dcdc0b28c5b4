/* unknown-object: set_field; compiler only: a call of a session is no statement */
#include <cquel/session.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_set_field(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_set_field(session, user, "age", number);
#else
	return cq_set_field(session, user, "age", nosuch); /* reject: nosuch */
#endif
}
