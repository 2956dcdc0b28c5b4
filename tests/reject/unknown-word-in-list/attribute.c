/* unknown-word-in-list: attribute; compiler only: there is no model */
#include "../models.h"

#define tools_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, TEXT, UNIQUE)
#define tolls_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, TEXT, UNIQEU)
#ifndef MISTAKE
CQ_MODEL(Tool, tools)
#else
CQ_MODEL(Tool, tolls) /* reject: CQ_MODEL(Tool, tolls): ... */
#endif
