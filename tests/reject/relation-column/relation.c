/* relation-column: relation; compiler only: there is no statement */
#include "../models.h"

#define rc_good_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(name, TEXT) \
	COLUMN(user_id, BIGINT) \
	COLUMN(short_id, INTEGER)
#define rc_good_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id))
#define rc_bad_COLUMNS(COLUMN) rc_good_COLUMNS(COLUMN)
#define rc_bad_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id)) RELATION(other, BELONGS_TO(User, owner))
#ifndef MISTAKE
CQ_MODEL(rc_object, rc_good)
CQ_RELATIONS(rc_good)
#else
CQ_MODEL(rc_object, rc_bad)
CQ_RELATIONS(rc_bad) /* reject: RELATION(other, BELONGS_TO(User, owner)): owner: ... */
#endif
