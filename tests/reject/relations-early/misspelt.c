/* relations-early: misspelt; compiler only: there is no statement */
#include "../models.h"

#define eu_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define eu_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(eu_ware, shop_id), BACK(shop))
#define eu_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#define eu_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(eu_shop, shop_id), BACK(wares))
CQ_MODEL(eu_shop, eu_shops)
CQ_MODEL(eu_ware, eu_wares)
#ifndef MISTAKE
CQ_RELATIONS(eu_shops, eu_wares)
#else
CQ_RELATIONS(eu_shops, eu_waers) /* reject: CQ_RELATIONS: it stands behind the models that it names; so far there is no CQ_MODEL of: eu_waers */
#endif
