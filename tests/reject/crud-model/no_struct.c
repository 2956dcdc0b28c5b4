/* crud-model: no_struct; compiler only: there is no statement */
#include "../models.h"
#include <cquel/crud.h>

#define cm_struct_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, TEXT)
CQ_MODEL(cm_struct_object, cm_struct)
#ifndef MISTAKE
CQ_CRUD(cm_struct_object, cm_struct)
#else
CQ_CRUD(cm_strct_object, cm_struct) /* reject: CQ_CRUD(cm_strct_object, cm_struct): no CQ_MODEL(cm_strct_object, cm_struct) stands in front of it */
#endif
