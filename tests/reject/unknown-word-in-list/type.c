/* unknown-word-in-list: type; compiler only: there is no model */
#include "../models.h"

#define gadgets_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, VARCHAR(20))
#define gizmos_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(label, VARCHRA(20))
#ifndef MISTAKE
CQ_MODEL(Gadget, gadgets)
#else
CQ_MODEL(Gadget, gizmos) /* reject: CQ_MODEL(Gadget, gizmos): ... */
#endif
