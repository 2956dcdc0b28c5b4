/* soft-delete-type: not_null; compiler only: there is no model */
#include "../models.h"

#define papers_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	CQ_SOFT_DELETE(COLUMN)
#define sheets_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(deleted_at, TIMESTAMP, SOFT_DELETE)
#ifndef MISTAKE
CQ_MODEL(Paper, papers)
#else
CQ_MODEL(Paper, sheets) /* reject: column deleted_at: ... */
#endif
