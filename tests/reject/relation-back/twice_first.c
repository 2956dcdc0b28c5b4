/* relation-back: twice_first; compiler only: there is no statement */
#include "../models.h"

#define bf_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define bf_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define bf_shops_RELATIONS(RELATION) RELATION(others, HAS_MANY(bf_ware, shop_id)) RELATION(wares, HAS_MANY(bf_ware, shop_id), BACK(shop))
#define bf_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(bf_shop, shop_id), BACK(wares))
#else
#define bf_shops_RELATIONS(RELATION) RELATION(others, HAS_MANY(bf_ware, shop_id), BACK(shop)) RELATION(wares, HAS_MANY(bf_ware, shop_id), BACK(shop))
#define bf_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(bf_shop, shop_id), BACK(wares))
#endif
CQ_MODEL(bf_shop, bf_shops)
CQ_MODEL(bf_ware, bf_wares)
CQ_RELATIONS(bf_shops, bf_wares) /* reject: RELATION(wares, HAS_MANY(bf_ware, shop_id), BACK(shop)): another relation of the model names the same BACK */
