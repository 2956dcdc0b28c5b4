/* relation-trait: write_only; compiler only: there is no statement */
#include "../models.h"

#define rw_good_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(name, TEXT) \
	COLUMN(user_id, BIGINT) \
	COLUMN(short_id, INTEGER)
#define rw_good_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id), PASSIVE_DELETES)
#define rw_bad_COLUMNS(COLUMN) rw_good_COLUMNS(COLUMN)
#define rw_bad_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id), WRITE_ONLY)
#ifndef MISTAKE
CQ_MODEL(rw_object, rw_good)
CQ_RELATIONS(rw_good)
#else
CQ_MODEL(rw_object, rw_bad)
CQ_RELATIONS(rw_bad) /* reject: RELATION(owner, BELONGS_TO(User, user_id), WRITE_ONLY): ... */
#endif
