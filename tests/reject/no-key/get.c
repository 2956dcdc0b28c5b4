/* no-key: get; compiler only: a call of a session is no statement */
#include "../models.h"
#include <cquel/session.h>

#define nk_get_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT) \
	COLUMN(label, TEXT)
CQ_MODEL(nk_get_object, nk_get)

static __attribute__((unused)) cq_status try_no_key_get(cq_session *session, User *user, Post *post)
{
	(void)session, (void)user, (void)post;
#ifndef MISTAKE
	return cq_get(session, User, &user, 7);
#else
	return cq_get(session, nk_get_object, &(nk_get_object *){0}, 7); /* reject: cq_get(nk_get_object): the model has no primary key, by which a session tells rows apart */
#endif
}
