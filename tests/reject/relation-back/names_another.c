/* relation-back: names_another; compiler only: there is no statement */
#include "../models.h"

#define bo_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define bo_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define bo_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(bo_ware, shop_id), BACK(shop)) RELATION(others, HAS_MANY(bo_ware, shop_id))
#define bo_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(bo_shop, shop_id), BACK(wares))
#else
#define bo_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(bo_ware, shop_id), BACK(shop)) RELATION(others, HAS_MANY(bo_ware, shop_id))
#define bo_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(bo_shop, shop_id), BACK(others))
#endif
CQ_MODEL(bo_shop, bo_shops)
CQ_MODEL(bo_ware, bo_wares)
CQ_RELATIONS(bo_shops, bo_wares) /* reject: RELATION(shop, BELONGS_TO(bo_shop, shop_id), BACK(others)): ... */
