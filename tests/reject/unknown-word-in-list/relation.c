/* unknown-word-in-list: relation; compiler only: there is no model */
#include "../models.h"

#define ropes_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(owner_id, BIGINT)
#define ropes_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, owner_id), CASCADE(ALL))
#define cords_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(owner_id, BIGINT)
#define cords_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, owner_id), CASCADE(ALLL))
#ifndef MISTAKE
CQ_MODEL(Rope, ropes)
#else
CQ_MODEL(Rope, cords) /* reject: CQ_MODEL(Rope, cords): ... */
#endif
