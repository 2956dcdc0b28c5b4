/* relation-back: sides; compiler only: there is no statement */
#include "../models.h"

#define stores_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define stores_RELATIONS(RELATION) RELATION(wares, HAS_MANY(Ware, store_id), BACK(store))
#define wares_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(store_id, BIGINT) \
	COLUMN(origin_id, BIGINT)
#ifndef MISTAKE
#define wares_RELATIONS(RELATION) RELATION(store, BELONGS_TO(Store, store_id), BACK(wares))
#else
#define wares_RELATIONS(RELATION) RELATION(store, BELONGS_TO(Store, origin_id), BACK(wares))
#endif
CQ_MODEL(Store, stores)
CQ_MODEL(Ware, wares)
CQ_RELATIONS(stores, wares) /* reject: RELATION(wares, HAS_MANY(Ware, store_id), BACK(store)): ... */
