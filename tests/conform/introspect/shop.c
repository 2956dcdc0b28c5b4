/* conform/introspect/shop.c: the models that the tests of the executors run over. */
#include "conform/shop.h"
#include "conform/introspect/schemas.h"

const table_set *shop_schema(void)
TABLE_SET("shop", 0, CQ_TABLE(posts), CQ_TABLE(users), CQ_TABLE(notes))
