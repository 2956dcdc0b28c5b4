/* no-key: crud; compiler only: there is no statement */
#include "../models.h"
#include <cquel/crud.h>

#define nk_good_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, TEXT)
#define nk_bad_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT) \
	COLUMN(label, TEXT)
#ifndef MISTAKE
CQ_MODEL(nk_object, nk_good)
CQ_CRUD(nk_object, nk_good)
#else
CQ_MODEL(nk_object, nk_bad)
CQ_CRUD(nk_object, nk_bad) /* reject: CQ_CRUD(nk_object, nk_bad): the model has no primary key, by which a session tells rows apart */
#endif
