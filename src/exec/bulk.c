/* exec/bulk.c: the rows of many objects are changed or deleted by primary key.
 * It knows nothing of how members are bound, nor of SQL. cq_update_many and cq_delete_many call it.
 */
#include "exec/await.h"
#include "exec/binding.h"
#include "exec/run.h"

#include "base/alloc.h"
#include "meta/model.h"

enum {
	LEAST_ARRAYS = 8,          /* from so many objects on arrays are cheaper than a statement each, where there are arrays */
	ARRAYS_OF_STATEMENT = 4096,
};

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

/* ---- the statement -------------------------------------------------------------------------------------------------- */

/* Stands for the member of an object: as the language would write a C value of it. */
static void push_member(cq_statement *statement, const cq_column *column)
{
	static const cq_value nothing = { .bytes = { NULL, 0 } };
	cq_type type = (cq_type)column->type;
	if (type == CQ_TYPE_VARCHAR || type == CQ_TYPE_CHAR || type == CQ_TYPE_JSON)
		type = CQ_TYPE_TEXT;
	cq_push_value(statement, type, (column->flags & CQ_COLUMN_NULLABLE) != 0 ? CQ_VALUE_CAN_BE_NULL : 0, nothing);
}

/* UPDATE(table, SET(...) ...), or DELETE_FROM(table), WHERE(EQ(key, ...) ...): its values are the members, in order. */
static void write_statement(cq_statement *statement, const bulk_write *bulk)
{
	const cq_column *const columns = cq_table_columns(bulk->table);
	cq_statement_init(statement, NULL);
	for (uint32_t i = 0; i < bulk->set_count; i++) {
		push_member(statement, &columns[bulk->members[i]]);
		cq_push_ref(statement, CQ_OP_SET, 1, &columns[bulk->members[i]]);
	}
	cq_push_ref(statement, bulk->set_count != 0 ? CQ_OP_UPDATE : CQ_OP_DELETE_FROM, bulk->set_count, bulk->table);
	for (uint32_t i = bulk->set_count; i < bulk->member_count; i++) {
		cq_push_column(statement, &columns[bulk->members[i]]);
		push_member(statement, &columns[bulk->members[i]]);
		cq_push(statement, CQ_OP_EQ, 2);
	}
	cq_push(statement, CQ_OP_WHERE, bulk->member_count - bulk->set_count);
	cq_push(statement, CQ_OP_STATEMENT, 2);
}

/* Arrays where the database takes them; its own enumerations do not take the elements of an array of texts. */
static cq__rows_form choose_form(const bulk_write *bulk, size_t count)
{
	if (count < LEAST_ARRAYS || !cq__dialect_can(bulk->db->engine->dialect, CQ__DIALECT_ROWS_AS_ARRAYS))
		return CQ__ROWS_VALUES;
	for (uint32_t i = 0; i < bulk->member_count; i++) {
		const cq_column *const column = &cq_table_columns(bulk->table)[bulk->members[i]];
		if (column->type == CQ_TYPE_ENUM && cq__sql_storage(column) == CQ_STORAGE_NATURAL)
			return CQ__ROWS_VALUES;
	}
	return CQ__ROWS_ARRAYS;
}

static cq_status send(const bulk_write *bulk, const void *objects, size_t count, int64_t *changes)
{
	cq_connection *const db = bulk->db;
	const cq__rows_form form = choose_form(bulk, count);
	cq_statement statement;
	cq__compiled *compiled;
	write_statement(&statement, bulk);
	cq_status status = cq__compile_keyed(&db->engine->cache, db->engine->dialect, &statement, bulk->table, bulk->members,
		form == CQ__ROWS_VALUES ? 1 : ARRAYS_OF_STATEMENT, form, &db->working, &compiled);
	cq_statement_release(&statement);
	if (status != CQ_OK)
		return status;
	cq__request request = {
		.kind = cq__request_kind_of(db, CQ__REQUEST_ROWS),
		.text = &compiled->text,
		.rows = objects,
		.row_count = count,
		.row_stride = bulk->table->object_size,
		.deadline_ns = cq__connection_deadline(db),
		.timing = db->timing,
		.within = db->levels != 0,
		.error = &db->working,
	};
	compiled->references++;
	cq__sit_out(db, &request);
	status = request.status;
	if (db->timing)
		cq__echo_text(db->engine, compiled->text.sql, &request);
	if (status == CQ_OK && changes != NULL)
		*changes = request.changes;
	else if (status != CQ_OK)
		cq__error_set_sql(&db->working, compiled->text.sql);
	cq__compiled_release(compiled);
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
