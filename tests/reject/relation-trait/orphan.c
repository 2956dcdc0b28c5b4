/* relation-trait: orphan; compiler only: there is no statement */
#include "../models.h"

#define ro_good_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(name, TEXT) \
	COLUMN(user_id, BIGINT) \
	COLUMN(short_id, INTEGER)
#define ro_good_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id), CASCADE(SAVE_UPDATE, MERGE))
#define ro_bad_COLUMNS(COLUMN) ro_good_COLUMNS(COLUMN)
#define ro_bad_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, user_id), CASCADE(ALL, DELETE_ORPHAN))
#ifndef MISTAKE
CQ_MODEL(ro_object, ro_good)
CQ_RELATIONS(ro_good)
#else
CQ_MODEL(ro_object, ro_bad)
CQ_RELATIONS(ro_bad) /* reject: RELATION(owner, BELONGS_TO(User, user_id), CASCADE(ALL, DELETE_ORPHAN)): ... */
#endif
