/* crud-model: swapped; compiler only: there is no statement */
#include "../models.h"
#include <cquel/crud.h>

#define cm_swapped_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, TEXT)
CQ_MODEL(cm_swapped_object, cm_swapped)
#ifndef MISTAKE
CQ_CRUD(cm_swapped_object, cm_swapped)
#else
CQ_CRUD(cm_swapped, cm_swapped_object) /* reject: CQ_CRUD(cm_swapped, cm_swapped_object): the struct stands first, then its table, and there is no list cm_swapped_object_COLUMNS */
#endif
