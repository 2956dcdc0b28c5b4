/* unknown-word-in-list: relation_trait; compiler only: there is no statement */
#include "../models.h"

#define wt_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define wt_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(wt_ware, shop_id), BACK(shop))
#define wt_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#ifndef MISTAKE
#define wt_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(wt_shop, shop_id), BACK(wares))
#else
#define wt_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(wt_shop, shop_id), BAKC(wares))
#endif
CQ_MODEL(wt_shop, wt_shops)
CQ_MODEL(wt_ware, wt_wares) /* reject: CQ_MODEL(wt_ware, wt_wares): the list is missing or holds a word that is neither a type nor an attribute: CQ_UNKNOWN_TRAIT_BAKC(wares) */
CQ_RELATIONS(wt_wares, wt_shops)
