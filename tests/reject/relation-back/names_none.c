/* relation-back: names_none; compiler only: there is no statement */
#include "../models.h"

#define bn_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define bn_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define bn_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(bn_ware, shop_id), BACK(shop))
#define bn_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(bn_shop, shop_id), BACK(wares))
#else
#define bn_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(bn_ware, shop_id), BACK(shop))
#define bn_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(bn_shop, shop_id))
#endif
CQ_MODEL(bn_shop, bn_shops)
CQ_MODEL(bn_ware, bn_wares)
CQ_RELATIONS(bn_shops, bn_wares) /* reject: RELATION(wares, HAS_MANY(bn_ware, shop_id), BACK(shop)): ... */
