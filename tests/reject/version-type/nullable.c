/* version-type: nullable; compiler only: there is no model */
#include "../models.h"

#define drafts_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(version, INTEGER, VERSION)
#define sketches_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(version, NULLABLE(INTEGER), VERSION)
#ifndef MISTAKE
CQ_MODEL(Draft, drafts)
#else
CQ_MODEL(Draft, sketches) /* reject: column version: ... */
#endif
