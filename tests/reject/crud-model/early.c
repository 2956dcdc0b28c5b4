/* crud-model: early; compiler only: there is no statement */
#include "../models.h"
#include <cquel/crud.h>

#define cm_early_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, TEXT)
#ifndef MISTAKE
CQ_MODEL(cm_early_object, cm_early)
CQ_CRUD(cm_early_object, cm_early)
#else
CQ_CRUD(cm_early_object, cm_early) /* reject: CQ_CRUD(cm_early_object, cm_early): no CQ_MODEL(cm_early_object, cm_early) stands in front of it */
CQ_MODEL(cm_early_object, cm_early)
#endif
