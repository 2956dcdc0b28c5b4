/* not-a-relation: append; compiler only: no program can hold it */
#include "../models.h"

#include <cquel/session.h>

static cq_status append_it(cq_session *session, User *user, Post *post)
{
#ifndef MISTAKE
	return cq_append(session, user, users.posts, post);
#else
	return cq_append(session, user, users.id, post); /* reject: cq_append: ... */
#endif
}

CASE
{
	(void)db;
	return append_it(NULL, NULL, NULL);
}
