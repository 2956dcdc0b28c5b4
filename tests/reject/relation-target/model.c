/* relation-target: model; compiler only: there is no statement */
#include "../models.h"

#define tm_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define tm_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(tm_ware, shop_id), BACK(shop))
#define tm_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define tm_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(tm_shop, shop_id), BACK(wares))
#else
#define tm_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(tm_shp, shop_id), BACK(wares))
#endif
CQ_MODEL(tm_shop, tm_shops)
CQ_MODEL(tm_ware, tm_wares)
CQ_RELATIONS(tm_shops, tm_wares) /* reject: RELATION(shop, BELONGS_TO(tm_shp, shop_id), BACK(wares)): tm_shp: ... */
