/* relation-type: belongs_to; compiler only: there is no statement */
#include "../models.h"

#define rt_good_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(name, TEXT) \
	COLUMN(user_id, BIGINT) \
	COLUMN(short_id, INTEGER)
#define rt_good_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, short_id))
#define rt_bad_COLUMNS(COLUMN) rt_good_COLUMNS(COLUMN)
#define rt_bad_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, name))
#ifndef MISTAKE
CQ_MODEL(rt_object, rt_good)
CQ_RELATIONS(rt_good)
#else
CQ_MODEL(rt_object, rt_bad)
CQ_RELATIONS(rt_bad) /* reject: RELATION(owner, BELONGS_TO(User, name)): name: ... */
#endif
