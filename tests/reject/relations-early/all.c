/* relations-early: all; compiler only: there is no statement */
#include "../models.h"

#define eb_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define eb_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(eb_ware, shop_id), BACK(shop))
#define eb_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#define eb_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(eb_shop, shop_id), BACK(wares))
#ifndef MISTAKE
CQ_MODEL(eb_shop, eb_shops)
CQ_MODEL(eb_ware, eb_wares)
CQ_RELATIONS(eb_shops, eb_wares)
#else
CQ_RELATIONS(eb_shops, eb_wares) /* reject: CQ_RELATIONS: it stands behind the models that it names; so far there is no CQ_MODEL of: eb_shops */
CQ_MODEL(eb_shop, eb_shops)
CQ_MODEL(eb_ware, eb_wares)
#endif
