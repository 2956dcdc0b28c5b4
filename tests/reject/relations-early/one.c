/* relations-early: one; compiler only: there is no statement */
#include "../models.h"

#define ea_shops_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define ea_shops_RELATIONS(RELATION) RELATION(wares, HAS_MANY(ea_ware, shop_id), BACK(shop))
#define ea_wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(shop_id, BIGINT)
#define ea_wares_RELATIONS(RELATION) RELATION(shop, BELONGS_TO(ea_shop, shop_id), BACK(wares))
CQ_MODEL(ea_shop, ea_shops)
#ifndef MISTAKE
CQ_MODEL(ea_ware, ea_wares)
CQ_RELATIONS(ea_shops, ea_wares)
#else
CQ_RELATIONS(ea_shops, ea_wares) /* reject: CQ_RELATIONS: it stands behind the models that it names; so far there is no CQ_MODEL of: ea_wares */
CQ_MODEL(ea_ware, ea_wares)
#endif
