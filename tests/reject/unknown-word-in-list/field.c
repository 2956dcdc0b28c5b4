/* unknown-word-in-list: field; compiler only: there is no row */
#include "../models.h"

#define Counted_FIELDS(FIELD) \
	FIELD(total, BIGINT, COUNT(users.id))
#define Cuonted_FIELDS(FIELD) \
	FIELD(total, BIGNIT, COUNT(users.id))
#ifndef MISTAKE
CQ_ROW(Counted)
#else
CQ_ROW(Cuonted) /* reject: CQ_ROW(Cuonted): ... */
#endif
