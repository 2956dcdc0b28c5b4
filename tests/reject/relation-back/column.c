/* relation-back: column; compiler only: there is no statement */
#include "../models.h"

#define rk_good_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(name, TEXT) \
	COLUMN(user_id, BIGINT) \
	COLUMN(short_id, INTEGER)
#define rk_good_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id))
#define rk_bad_COLUMNS(COLUMN) rk_good_COLUMNS(COLUMN)
#define rk_bad_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id), BACK(id))
#ifndef MISTAKE
CQ_MODEL(rk_object, rk_good)
CQ_RELATIONS(rk_good)
#else
CQ_MODEL(rk_object, rk_bad)
CQ_RELATIONS(rk_bad) /* reject: RELATION(owner, BELONGS_TO(User, user_id), BACK(id)): ... */
#endif
