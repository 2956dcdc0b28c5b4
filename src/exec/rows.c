/* exec/rows.c: rows written as they are: any number of updates, deletions and insertions, on their way together.
 * It knows nothing of how members are bound, nor of SQL. See exec/rows.h.
 */
#include "exec/rows.h"

#include "base/alloc.h"
#include "exec/await.h"
#include "exec/run.h"

enum {
	LEAST_ARRAYS = 8,          /* from so many objects on arrays are cheaper than a statement each, where there are arrays */
	ARRAYS_OF_STATEMENT = 4096,
	ROWS_OF_INSERT = 32,       /* elsewhere, as long as their values are not too many */
	VALUES_OF_INSERT = 512,
};

/* One statement on its way. */
typedef struct rows_flight {
	cq__request request;
	cq__compiled *compiled, *tail; /* references, or NULL */
	cq__error error;
	struct rows_flights *all;
	bool done;
} rows_flight;

typedef struct rows_flights {
	cq_connection *db;
	rows_flight *flights;
	size_t count, left;
	cq__waiter waiter;
	bool waits; /* a task does */
} rows_flights;

/* ---- the statement -------------------------------------------------------------------------------------------------- */

static const cq_column *column_of(const cq__row_write *write, uint32_t member)
{
	return &cq_table_columns(write->table)[write->members[member] & ~(uint32_t)CQ__MEMBER_BEHIND];
}

/* Stands for the member of an object: as the language would write a C value of it. */
static void push_member(cq_statement *statement, const cq_column *column)
{
	static const cq_value nothing = { .bytes = { NULL, 0 } };
	cq_type type = (cq_type)column->type;
	if (type == CQ_TYPE_VARCHAR || type == CQ_TYPE_CHAR || type == CQ_TYPE_JSON)
		type = CQ_TYPE_TEXT;
	cq_push_value(statement, type, (column->flags & CQ_COLUMN_NULLABLE) != 0 ? CQ_VALUE_CAN_BE_NULL : 0, nothing);
}

/* UPDATE(table, SET(...) ...), or DELETE_FROM(table), WHERE(EQ(column, ...) ...): its values are the members, in order. */
static void write_keyed(cq_statement *statement, const cq__row_write *write)
{
	cq_statement_init(statement, NULL);
	for (uint32_t i = 0; i < write->set_count; i++) {
		push_member(statement, column_of(write, i));
		cq_push_ref(statement, CQ_OP_SET, 1, column_of(write, i));
	}
	cq_push_ref(statement, write->kind == CQ__ROWS_UPDATE ? CQ_OP_UPDATE : CQ_OP_DELETE_FROM, write->set_count, write->table);
	for (uint32_t i = write->set_count; i < write->member_count; i++) {
		cq_push_column(statement, column_of(write, i));
		push_member(statement, column_of(write, i));
		cq_push(statement, CQ_OP_EQ, 2);
	}
	cq_push(statement, CQ_OP_WHERE, write->member_count - write->set_count);
	cq_push(statement, CQ_OP_STATEMENT, 2);
}

/* Arrays where the database takes them; its own enumerations do not take the elements of an array of texts. */
static cq__rows_form choose_form(const cq_connection *db, const cq__row_write *write)
{
	if (write->count < LEAST_ARRAYS || !cq__dialect_can(db->engine->dialect, CQ__DIALECT_ROWS_AS_ARRAYS))
		return CQ__ROWS_VALUES;
	for (uint32_t i = 0; i < write->member_count; i++) {
		const cq_column *const column = column_of(write, i);
		if (column->type == CQ_TYPE_ENUM && cq__sql_storage(column) == CQ_STORAGE_NATURAL)
			return CQ__ROWS_VALUES;
	}
	return CQ__ROWS_ARRAYS;
}

static cq_status compile_keyed(cq_connection *db, const cq__row_write *write, cq__compiled **out)
{
	const cq__rows_form form = choose_form(db, write);
	cq_statement statement;
	write_keyed(&statement, write);
	const cq_status status = cq__compile_keyed(&db->engine->cache, db->engine->dialect, &statement, write->table, write->members,
		form == CQ__ROWS_VALUES ? 1 : ARRAYS_OF_STATEMENT, form, &db->working, out);
	cq_statement_release(&statement);
	return status;
}

static cq_status compile_insert(cq_connection *db, const cq__row_write *write, uint32_t rows, cq__rows_form form, cq__compiled **out)
{
	cq_statement statement;
	uint64_t *const columns = cq__alloc_array((write->table->column_count + 63) / 64, sizeof *columns);
	if (columns == NULL)
		return cq__error_set(&db->working, CQ_NO_MEMORY, NULL);
	for (uint32_t i = 0; i < write->set_count; i++)
		columns[write->members[i] / 64] |= UINT64_C(1) << (write->members[i] % 64);
	cq_statement_init(&statement, NULL);
	cq_push_value(&statement, CQ_TYPE_NONE, CQ_VALUE_ARRAY, (cq_value){ .bytes = { NULL, 0 } });
	cq_push_ref(&statement, CQ_OP_ROWS, 1, write->table);
	cq_push_ref(&statement, CQ_OP_INSERT_INTO, 1, write->table);
	cq_push(&statement, CQ_OP_STATEMENT, 1);
	const cq_status status = cq__compile_rows(&db->engine->cache, db->engine->dialect, &statement, write->table, columns, rows, form,
		NULL, &db->working, out);
	cq_statement_release(&statement);
	cq__free(columns);
	return status;
}

/* How many objects one run of the text inserts: a power of two, so that few different texts are prepared. */
static uint32_t rows_of_insert(const cq__row_write *write, cq__rows_form form)
{
	if (form != CQ__ROWS_VALUES)
		return ARRAYS_OF_STATEMENT;
	uint32_t rows = ROWS_OF_INSERT;
	while (rows > 1 && (rows > write->count || rows * write->set_count > VALUES_OF_INSERT))
		rows /= 2;
	return rows;
}

/* The next compiled one may push it out of the cache. */
static cq__compiled *keep(cq__compiled *compiled)
{
	compiled->references++;
	return compiled;
}

static cq_status compile(cq_connection *db, const cq__row_write *write, rows_flight *flight)
{
	cq__compiled *compiled;
	if (write->kind != CQ__ROWS_INSERT) {
		CQ_TRY(compile_keyed(db, write, &compiled));
		flight->compiled = keep(compiled);
		return CQ_OK;
	}
	const cq__rows_form form = choose_form(db, write);
	const uint32_t rows = rows_of_insert(write, form);
	CQ_TRY(compile_insert(db, write, rows, form, &compiled));
	flight->compiled = keep(compiled);
	if (form != CQ__ROWS_VALUES || write->count % rows == 0)
		return CQ_OK;
	CQ_TRY(compile_insert(db, write, 1, form, &compiled));
	flight->tail = keep(compiled);
	return CQ_OK;
}

/* ---- sending ---------------------------------------------------------------------------------------------------------- */

static void arrived(cq__request *request)
{
	rows_flight *const flight = request->owner;
	rows_flights *const all = flight->all;
	flight->done = true;
	if (--all->left == 0 && all->waits)
		cq__waiter_wake(all->db->engine->loop, &all->waiter);
}

static cq_status prepare(rows_flights *all, const cq__row_write *write, rows_flight *flight)
{
	cq_connection *const db = all->db;
	CQ_TRY(compile(db, write, flight));
	flight->all = all;
	flight->request = (cq__request){
		.kind = cq__request_kind_of(db, CQ__REQUEST_ROWS),
		.text = &flight->compiled->text,
		.tail = flight->tail != NULL ? &flight->tail->text : NULL,
		.rows = write->rows,
		.row_count = write->count,
		.row_stride = (size_t)write->table->object_size * (write->behind ? 2 : 1),
		.deadline_ns = cq__connection_deadline(db),
		.timing = db->timing,
		.within = db->levels != 0,
		.error = &flight->error,
	};
	return CQ_OK;
}

/* Waits in a task: all that is under way is stopped when the task is, or the time is over. */
static void await_in_task(rows_flights *all)
{
	cq_connection *const db = all->db;
	struct cq__sitter sitter = { .text = all->flights[0].compiled->text.sql };
	all->waits = true;
	const cq_status status = cq__suspend_in(db, &all->waiter, (cq__deadline)all->flights[0].request.deadline_ns, db->shielded, &sitter);
	if (status == CQ_OK)
		return;
	for (size_t i = 0; i < all->count; i++)
		if (!all->flights[i].done)
			db->driver->cancel(db->driven, &all->flights[i].request);
	while (all->left != 0)
		(void)cq__suspend_in(db, &all->waiter, 0, true, &sitter);
	for (size_t i = 0; i < all->count; i++) {
		rows_flight *const flight = &all->flights[i];
		if (status != CQ_CANCELLED && flight->request.status == CQ_CANCELLED) {
			cq__error_clear(&flight->error);
			flight->request.status = cq__error_set(&flight->error, status, NULL);
		}
	}
}

/* Waits outside of tasks, from the last: whoever carries it out carries out what stands before it in one go. */
static void await_all(rows_flights *all)
{
	cq_connection *const db = all->db;
	struct cq__sitter sitter = { .text = all->flights[0].compiled->text.sql };
	cq__sit_down(db, &sitter);
	for (size_t i = all->count; i-- > 0;) {
		if (all->flights[i].done)
			continue;
		db->driver->wait(db->driven, &all->flights[i].request);
		all->flights[i].done = true;
		all->left--;
		if (all->left != 0)
			(void)db->driver->drive(db->driven);
	}
	cq__get_up(db, &sitter);
}

static void send_together(rows_flights *all)
{
	cq_connection *const db = all->db;
	const bool task = cq__may_be_in_task(db) && cq__inside_task(db->engine->loop);
	all->left = all->count;
	for (size_t i = 0; i < all->count; i++) {
		all->flights[i].request.completed = arrived;
		all->flights[i].request.owner = &all->flights[i];
		db->driver->submit(db->driven, &all->flights[i].request);
	}
	if (task && all->left != 0)
		await_in_task(all);
	else if (all->left != 0)
		await_all(all);
}

/* What failed first is the failure of all. */
static cq_status look_at(rows_flights *all, cq__row_write *writes)
{
	cq_connection *const db = all->db;
	cq_status status = CQ_OK;
	for (size_t i = 0; i < all->count; i++) {
		rows_flight *const flight = &all->flights[i];
		writes[i].changes = flight->request.changes;
		if (db->timing && flight->done)
			cq__echo_text(db->engine, flight->compiled->text.sql, &flight->request);
		if (flight->request.status == CQ_OK || status != CQ_OK)
			continue;
		status = flight->request.status;
		if (cq__error_is_set(&flight->error))
			(void)cq__error_move(&db->working, &flight->error);
		else
			cq__error_set(&db->working, status, NULL);
		cq__error_set_sql(&db->working, flight->compiled->text.sql);
	}
	return status;
}

static void send(rows_flights *all)
{
	cq_connection *const db = all->db;
	if (db->engine->dialect->begin.remote && all->count > 1) {
		send_together(all);
		return;
	}
	for (size_t i = 0; i < all->count; i++) {
		rows_flight *const flight = &all->flights[i];
		cq__sit_out(db, &flight->request);
		flight->done = true;
		if (flight->request.status != CQ_OK)
			return;
	}
}

cq_status cq__write_rows(cq_connection *db, cq__row_write *writes, size_t count)
{
	cq_status status = CQ_OK;
	rows_flights all = { .db = db };
	rows_flight one = { 0 };
	all.flights = count == 1 ? &one : cq__alloc_array(count, sizeof *all.flights);
	if (all.flights == NULL)
		return cq__error_set(&db->working, CQ_NO_MEMORY, NULL);
	for (; all.count < count && status == CQ_OK; all.count++)
		status = prepare(&all, &writes[all.count], &all.flights[all.count]);
	if (status == CQ_OK) {
		send(&all);
		status = look_at(&all, writes);
	}
	for (size_t i = 0; i < all.count; i++) {
		rows_flight *const flight = &all.flights[i];
		if (flight->compiled != NULL)
			cq__compiled_release(flight->compiled);
		if (flight->tail != NULL)
			cq__compiled_release(flight->tail);
		cq__error_release(&flight->error);
	}
	if (all.flights != &one)
		cq__free(all.flights);
	return status;
}
