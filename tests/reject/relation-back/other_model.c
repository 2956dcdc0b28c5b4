/* relation-back: other_model; compiler only: there is no statement */
#include "../models.h"

#define rb_good_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(name, TEXT) \
	COLUMN(user_id, BIGINT) \
	COLUMN(short_id, INTEGER)
#define rb_good_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id))
#define rb_bad_COLUMNS(COLUMN) rb_good_COLUMNS(COLUMN)
#define rb_bad_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id), BACK(posts))
#ifndef MISTAKE
CQ_MODEL(rb_object, rb_good)
CQ_RELATIONS(rb_good)
#else
CQ_MODEL(rb_object, rb_bad)
CQ_RELATIONS(rb_bad) /* reject: RELATION(owner, BELONGS_TO(User, user_id), BACK(posts)): ... */
#endif
