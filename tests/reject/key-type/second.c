/* key-type: second; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

static __attribute__((unused)) cq_status try_key_type_second(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_get(session, Like, &(Like *){0}, 7, 8);
#else
	return cq_get(session, Like, &(Like *){0}, 7, "8"); /* reject: cq_get(Like): "8": the value has another type than the primary key */
#endif
}
