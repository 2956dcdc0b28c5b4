/* not-a-relation: append_all; compiler only: no program can hold it */
#include "../models.h"

#include <cquel/session.h>

static cq_status append_them(cq_session *session, User *user, Post *const *some)
{
#ifndef MISTAKE
	return cq_append_all(session, user, users.posts, some, 2);
#else
	return cq_append_all(session, user, users.id, some, 2); /* reject: cq_append_all: ... */
#endif
}

CASE
{
	(void)db;
	return append_them(NULL, NULL, NULL);
}
