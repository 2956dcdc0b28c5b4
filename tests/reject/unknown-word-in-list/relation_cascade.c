/* unknown-word-in-list: relation_cascade; compiler only: there is no statement */
#include "../models.h"

#define wc_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define wc_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(wc_ware, shop_id), BACK(shop))
#define wc_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define wc_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(wc_shop, shop_id), BACK(wares))
#else
#define wc_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(wc_shop, shop_id), BACK(wares), CASCADE(MERGED))
#endif
CQ_MODEL(wc_shop, wc_shops)
CQ_MODEL(wc_ware, wc_wares) /* reject: CQ_MODEL(wc_ware, wc_wares): the list is missing or holds a word that is neither a type nor an attribute: CQ_UNKNOWN_CASCADE_MERGED */
CQ_RELATIONS(wc_wares, wc_shops)
