/* crud-model: other_table; compiler only: there is no statement */
#include "../models.h"
#include <cquel/crud.h>

#define cm_other_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, TEXT)
CQ_MODEL(cm_other_object, cm_other)
#ifndef MISTAKE
CQ_CRUD(cm_other_object, cm_other)
#else
CQ_CRUD(cm_other_object, users) /* reject: CQ_CRUD(cm_other_object, users): no CQ_MODEL(cm_other_object, users) stands in front of it */
#endif
