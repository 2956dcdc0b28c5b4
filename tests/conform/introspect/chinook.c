/* conform/introspect/chinook.c: the models of the example chinook. */
#include "../examples/chinook/models.h"

#include "conform/introspect/schemas.h"

#define TABLE(Struct, table) CQ_TABLE(table),
static const cq_table *const tables[] = { CHINOOK_MODELS(TABLE) };

const table_set chinook_schema = { "chinook", tables, sizeof tables / sizeof *tables, 0 };
