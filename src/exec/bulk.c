/* exec/bulk.c: the rows of many objects are changed or deleted by primary key.
 * It knows nothing of how members are bound, nor of SQL. cq_update_many and cq_delete_many call it.
 */
#include "exec/binding.h"
#include "exec/rows.h"

#include "base/alloc.h"
#include "meta/model.h"

/* A write under way: which members each object gives, those that are set before those of the key. */
typedef struct bulk_write {
	cq_connection *db;
	const cq_table *table;
	const char *call;
	uint32_t set_count, member_count;
	uint32_t *members; /* indexes of columns */
} bulk_write;

/* ---- which columns -------------------------------------------------------------------------------------------------- */

static void add_member(bulk_write *bulk, const cq_column *column)
{
	bulk->members[bulk->member_count++] = cq_column_index(column);
}

static cq_status add_named(bulk_write *bulk, const char *name)
{
	const cq_column *const column = name != NULL ? cq__table_column(bulk->table, name) : NULL;
	if (column == NULL)
		return cq__error_set(&bulk->db->working, CQ_MISUSE, "%s: %s has no column \"%s\"", bulk->call, bulk->table->name,
			name != NULL ? name : "");
	if ((column->flags & CQ_COLUMN_PRIMARY_KEY) != 0)
		return cq__error_set(&bulk->db->working, CQ_MISUSE, "%s: %s.%s is of the primary key, by which the rows are found",
			bulk->call, bulk->table->name, column->name);
	add_member(bulk, column);
	return CQ_OK;
}

/* All that a program sets: not the key, nor what the database makes at each update. */
static void add_all(bulk_write *bulk)
{
	const unsigned others = CQ_COLUMN_PRIMARY_KEY | CQ_COLUMN_GENERATED | CQ_COLUMN_ON_UPDATE_NOW;
	for (uint32_t i = 0; i < bulk->table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(bulk->table)[i];
		if ((column->flags & others) == 0)
			add_member(bulk, column);
	}
}

static cq_status add_key(bulk_write *bulk)
{
	const cq_column *key = NULL;
	while ((key = cq__primary_key_next(bulk->table, key)) != NULL)
		add_member(bulk, key);
	if (bulk->member_count == bulk->set_count)
		return cq__error_set(&bulk->db->working, CQ_MISUSE, "%s: %s has no primary key to find rows by", bulk->call,
			bulk->table->name);
	return CQ_OK;
}

static cq_status choose_sets(bulk_write *bulk, const char *const *columns, size_t column_count)
{
	if (column_count > bulk->table->column_count)
		return cq__error_set(&bulk->db->working, CQ_MISUSE, "%s: %zu columns are named, and %s has %u", bulk->call, column_count,
			bulk->table->name, bulk->table->column_count);
	for (size_t i = 0; i < column_count; i++)
		CQ_TRY(add_named(bulk, columns[i]));
	if (column_count == 0)
		add_all(bulk);
	bulk->set_count = bulk->member_count;
	if (bulk->set_count == 0)
		return cq__error_set(&bulk->db->working, CQ_MISUSE, "%s: %s has no column that could be set", bulk->call,
			bulk->table->name);
	return CQ_OK;
}

/* An object that leaves a column to the database says nothing that an update could write there. */
static cq_status refuse_markers(const bulk_write *bulk, const char *objects, size_t count)
{
	const cq_table *const table = bulk->table;
	for (uint32_t i = 0; i < bulk->set_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[bulk->members[i]];
		if ((column->flags & CQ_COLUMN_DATABASE_DEFAULT) == 0)
			continue;
		for (size_t k = 0; k < count; k++)
			if (cq__is_default_marker(column, objects + k * table->object_size + table->offsets[bulk->members[i]]))
				return cq__error_set(&bulk->db->working, CQ_MISUSE,
					"%s: object %zu leaves %s.%s to the database, which fills it only when a row is inserted", bulk->call, k,
					table->name, column->name);
	}
	return CQ_OK;
}

/* ---- sending -------------------------------------------------------------------------------------------------------- */

static cq_status send(const bulk_write *bulk, const void *objects, size_t count, int64_t *changes)
{
	cq__row_write write = {
		.kind = bulk->set_count != 0 ? CQ__ROWS_UPDATE : CQ__ROWS_DELETE,
		.table = bulk->table,
		.members = bulk->members,
		.set_count = bulk->set_count,
		.member_count = bulk->member_count,
		.rows = objects,
		.count = count,
	};
	const cq_status status = cq__write_rows(bulk->db, &write, 1);
	if (status == CQ_OK && changes != NULL)
		*changes = write.changes;
	return status;
}

/* ---- the calls ------------------------------------------------------------------------------------------------------ */

static cq_status start(bulk_write *bulk)
{
	cq_connection *const db = bulk->db;
	if (bulk->table == NULL)
		return cq__error_set(&db->working, CQ_MISUSE, "%s: the table is NULL", bulk->call);
	if (bulk->table->alias_of != NULL)
		return cq__error_set(&db->working, CQ_MISUSE, "%s: %s is an alias; objects are of its table", bulk->call,
			bulk->table->name);
	/* Those that are set, and the key. */
	bulk->members = cq__alloc_array(2 * (size_t)bulk->table->column_count, sizeof *bulk->members);
	return bulk->members != NULL ? CQ_OK : cq__error_set(&db->working, CQ_NO_MEMORY, NULL);
}

cq_status cq_run_update_many(cq_connection *db, const cq_table *table, int64_t *changes, const void *objects, size_t count,
	const char *const *columns, size_t column_count)
{
	if (changes != NULL)
		*changes = 0;
	CQ_TRY(cq__connection_enter_statement(db, "cq_update_many",
		(objects != NULL || count == 0) && (columns != NULL || column_count == 0)));
	CQ_TRY(cq__table_route(&db, table, "cq_update_many"));
	bulk_write bulk = { .db = db, .table = table, .call = "cq_update_many" };
	cq_status status = start(&bulk);
	if (status == CQ_OK)
		status = choose_sets(&bulk, columns, column_count);
	if (status == CQ_OK)
		status = add_key(&bulk);
	if (status == CQ_OK)
		status = refuse_markers(&bulk, objects, count);
	if (status == CQ_OK && count != 0)
		status = send(&bulk, objects, count, changes);
	cq__free(bulk.members);
	return cq__connection_leave(db, status);
}

cq_status cq_run_delete_many(cq_connection *db, const cq_table *table, int64_t *changes, const void *objects, size_t count)
{
	if (changes != NULL)
		*changes = 0;
	CQ_TRY(cq__connection_enter_statement(db, "cq_delete_many", objects != NULL || count == 0));
	CQ_TRY(cq__table_route(&db, table, "cq_delete_many"));
	bulk_write bulk = { .db = db, .table = table, .call = "cq_delete_many" };
	cq_status status = start(&bulk);
	if (status == CQ_OK)
		status = add_key(&bulk);
	if (status == CQ_OK && count != 0)
		status = send(&bulk, objects, count, changes);
	cq__free(bulk.members);
	return cq__connection_leave(db, status);
}
