/* crud-model: no_table; compiler only: there is no statement */
#include "../models.h"
#include <cquel/crud.h>

#define cm_none_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, TEXT)
CQ_MODEL(cm_none_object, cm_none)
#ifndef MISTAKE
CQ_CRUD(cm_none_object, cm_none)
#else
CQ_CRUD(cm_none_object, cm_nun) /* reject: CQ_CRUD(cm_none_object, cm_nun): the struct stands first, then its table, and there is no list cm_nun_COLUMNS */
#endif
