/* conform/introspect/shop.c: the models that the tests of the executors run over. */
#include "conform/shop.h"
#include "conform/introspect/schemas.h"

static const cq_table *const tables[] = { CQ_TABLE(posts), CQ_TABLE(users), CQ_TABLE(notes) };

const table_set shop_schema = { "shop", tables, sizeof tables / sizeof *tables, 0 };
