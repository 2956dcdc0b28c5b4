/* relation-target: association; compiler only: there is no statement */
#include "../models.h"

#define ta_good_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define ta_good_RELATIONS(RELATION) RELATION(liked, MANY_TO_MANY(User, likes, post_id, user_id))
#define ta_bad_COLUMNS(COLUMN) ta_good_COLUMNS(COLUMN)
#define ta_bad_RELATIONS(RELATION) RELATION(liked, MANY_TO_MANY(User, liks, post_id, user_id))
#ifndef MISTAKE
CQ_MODEL(ta_object, ta_good)
CQ_RELATIONS(ta_good)
#else
CQ_MODEL(ta_object, ta_bad)
CQ_RELATIONS(ta_bad) /* reject: RELATION(liked, MANY_TO_MANY(User, liks, post_id, user_id)): liks: ... */
#endif
