/* unknown-object: related; compiler only: a call of a session is no statement */
#include <cquel/relation.h>
#include "../models.h"

static __attribute__((unused)) cq_status try_unknown_object_related(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	const User *const author = cq_related(post->author);
#else
	const User *const author = cq_related(nosuch->author); /* reject: nosuch */
#endif
	return author != NULL ? CQ_OK : CQ_NO_ROW;
}
