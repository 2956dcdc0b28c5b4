/* words_off.c: the words are taken back, and what they meant before is free again; the long names stay. */
#include "../models.h"

#include <cquel/words_off.h>

#define SELECT "select"
#define WHERE(x) (x)

cq_status without_words(int64_t id);

cq_status without_words(int64_t id)
{
	return WHERE(*SELECT) == 's' ? cq_execute(db, NULL, CQ_SQL(CQ_DELETE_FROM(users), CQ_WHERE(CQ_EQ(users.id, id)))) : CQ_OK;
}
