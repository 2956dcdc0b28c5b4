/* relation-target: behind; compiler only: there is no statement */
#include "../models.h"

#define te_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define te_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(te_ware, shop_id), BACK(shop))
#define te_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#define te_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(te_shop, shop_id), BACK(wares))
CQ_MODEL(te_shop, te_shops)
#ifndef MISTAKE
CQ_MODEL(te_ware, te_wares)
CQ_RELATIONS(te_shops)
#else
CQ_RELATIONS(te_shops) /* reject: RELATION(wares, HAS_MANY(te_ware, shop_id), BACK(shop)): te_ware: ... */
CQ_MODEL(te_ware, te_wares)
#endif
