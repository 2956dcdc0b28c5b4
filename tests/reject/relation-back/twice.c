/* relation-back: twice; compiler only: there is no statement */
#include "../models.h"

#define bt_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define bt_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define bt_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(bt_ware, shop_id), BACK(shop)) RELATION(others, HAS_MANY(bt_ware, shop_id))
#define bt_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(bt_shop, shop_id), BACK(wares))
#else
#define bt_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(bt_ware, shop_id), BACK(shop)) RELATION(others, HAS_MANY(bt_ware, shop_id), BACK(shop))
#define bt_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(bt_shop, shop_id), BACK(wares))
#endif
CQ_MODEL(bt_shop, bt_shops)
CQ_MODEL(bt_ware, bt_wares)
CQ_RELATIONS(bt_shops, bt_wares) /* reject: RELATION(others, HAS_MANY(bt_ware, shop_id), BACK(shop)): another relation of the model names the same BACK */
