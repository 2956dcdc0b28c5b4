/* conform/introspect/chinook.c: the models of the example chinook. */
#include "../examples/chinook/models.h"

#include "conform/introspect/schemas.h"

#define TABLE(Struct, table) CQ_TABLE(table),
const table_set *chinook_schema(void)
TABLE_SET("chinook", 0, CHINOOK_MODELS(TABLE))
