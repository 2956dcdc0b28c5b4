/* unknown-word-in-list: relation_kind; compiler only: there is no statement */
#include "../models.h"

#define wk_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define wk_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(wk_ware, shop_id), BACK(shop))
#define wk_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define wk_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(wk_shop, shop_id), BACK(wares))
#else
#define wk_wares_RELATIONS(RELATION) RELATION(shop, BELONG_TO(wk_shop, shop_id), BACK(wares))
#endif
CQ_MODEL(wk_shop, wk_shops)
CQ_MODEL(wk_ware, wk_wares) /* reject: CQ_MODEL(wk_ware, wk_wares): the list is missing or holds a word that is neither a type nor an attribute: CQ_UNKNOWN_RELATION_BELONG_TO(wk_shop, shop_id) */
CQ_RELATIONS(wk_wares, wk_shops)
