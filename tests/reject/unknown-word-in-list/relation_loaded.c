/* unknown-word-in-list: relation_loaded; compiler only: there is no statement */
#include "../models.h"

#define wl_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define wl_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(wl_ware, shop_id), BACK(shop))
#define wl_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define wl_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(wl_shop, shop_id), BACK(wares))
#else
#define wl_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(wl_shop, shop_id), BACK(wares), LOADED(JOINT))
#endif
CQ_MODEL(wl_shop, wl_shops)
CQ_MODEL(wl_ware, wl_wares) /* reject: CQ_MODEL(wl_ware, wl_wares): the list is missing or holds a word that is neither a type nor an attribute: CQ_UNKNOWN_LOADING_JOINT */
CQ_RELATIONS(wl_wares, wl_shops)
