/* unknown-word-in-list: no_list; compiler only: there is no model */
#include "../models.h"

#define bricks_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#ifndef MISTAKE
CQ_MODEL(Brick, bricks)
#else
CQ_MODEL(Brick, brikcs) /* reject: CQ_MODEL(Brick, brikcs): ... */
#endif
