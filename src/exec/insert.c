/* exec/insert.c: objects become rows: which columns of each are given, statements of many rows, and what is written back.
 * It knows nothing of how members are bound. cq_insert, cq_insert_many and INSERT_INTO(table, VALUES(...)) call it.
 */
#include "exec/await.h"
#include "exec/binding.h"
#include "exec/insert_plan.h"
#include "exec/rows.h"
#include "exec/run.h"
#include "exec/site.h"

#include "meta/type_registry.h"

#include <cquel/rules.h>

enum {
	MOST_ROWS = 64,           /* of a statement; more gain nothing */
	MOST_PARAMETERS = 1024,   /* of a statement: its text and binds are kept in the cache */
	WRITTEN_BACK_AT_ONCE = 16 * MOST_ROWS,
	/* Where the database takes arrays and COPY. From how many objects on these are cheaper than a parameter each; COPY
	 * waits for all that is under way on its connection. */
	LEAST_ARRAYS = 8,
	LEAST_COPIED = 1000,
	ARRAYS_OF_STATEMENT = 4096,
	ARRAYS_WRITTEN_BACK_AT_ONCE = 4 * ARRAYS_OF_STATEMENT,
};

/* Neighbouring objects that are written to, and the columns that they gave before. */
typedef struct insert_written {
	const struct insert_written *before;
	size_t first, count;
	uint64_t columns[];
} insert_written;

/* An insert under way. */
typedef struct insert_insertion {
	cq_connection *db;
	cq__insert_plan *plan;
	const cq_statement *statement; /* what the user wrote; NULL: objects, and then what is left out is written back */
	const cq_target *target;       /* of the rows that come back */
	const char *objects;
	size_t count, stride;
	cq__request *result;           /* rows and changes are added up here */
	cq__arena *memory;             /* of `written`; NULL until there is some */
	const insert_written *written; /* of several objects: how to take back what was written, the latest first */
	cq__arena *texts;              /* of what the database makes; NULL: the connection's */
	int64_t deadline;
} insert_insertion;

/* Neighbouring objects that give the same columns. */
typedef struct insert_group {
	size_t first, count;
	const uint64_t *columns;
	uint32_t given;                /* how many columns */
} insert_group;

/* ---- sending one group -------------------------------------------------------------------------------------------- */

/* Whether a statement does nothing but insert objects. */
static bool only_inserts(const cq_statement *statement)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	for (uint32_t i = 0; i < statement->node_count; i++)
		if (nodes[i].op != CQ_OP_VALUE && nodes[i].op != CQ_OP_ROWS && nodes[i].op != CQ_OP_INSERT_INTO
			&& nodes[i].op != CQ_OP_STATEMENT)
			return false;
	return true;
}

/* How the objects of a group travel: by need, for COPY gives nothing back and knows no conflicts. */
static cq__rows_form form_of_group(const insert_insertion *insertion, const cq_statement *statement,
	const insert_group *group)
{
	const cq__dialect *const dialect = insertion->db->engine->dialect;
	if (group->count < LEAST_ARRAYS || group->given == 0)
		return CQ__ROWS_VALUES;
	if (group->count >= LEAST_COPIED && cq__dialect_can(dialect, CQ__DIALECT_COPIES_ROWS) && only_inserts(statement))
		return CQ__ROWS_COPY;
	/* A database's own enumeration does not take the elements of an array of texts. */
	return cq__dialect_can(dialect, CQ__DIALECT_ROWS_AS_ARRAYS) && !insertion->plan->has_labels
		? CQ__ROWS_ARRAYS
		: CQ__ROWS_VALUES;
}

/* The most rows of one statement: a power of two, so that few different texts are prepared. */
static uint32_t rows_of_statement(const insert_insertion *insertion, const insert_group *group, cq__rows_form form)
{
	if (form != CQ__ROWS_VALUES)
		return ARRAYS_OF_STATEMENT;
	const uint32_t limit = insertion->db->bind_limit < MOST_PARAMETERS ? insertion->db->bind_limit : MOST_PARAMETERS;
	uint32_t rows = group->given == 0 ? 1 : MOST_ROWS;
	while (rows > 1 && rows * group->given > limit)
		rows /= 2;
	return group->count < rows ? 1 : rows;
}

static cq_status compile_group(const insert_insertion *insertion, const cq_statement *statement, const insert_group *group,
	uint32_t rows, cq__rows_form form, cq__compiled **out)
{
	cq_connection *const db = insertion->db;
	cq_engine *const engine = db->engine;
	if (group->given > db->bind_limit)
		return cq__error_set(&db->working, CQ_TOO_LARGE, "%s has more columns than a statement of this database takes",
			insertion->plan->table->name);
	return cq__compile_rows(&engine->cache, engine->dialect, statement, insertion->plan->table, group->columns, rows,
		form, rows == 1 ? &insertion->plan->site_of_one : &insertion->plan->site_of_many, &db->working, out);
}

/* Its objects go out, by a statement for `rows` of them each time. */
static cq_status run_group(const insert_insertion *insertion, const cq_statement *statement, const insert_group *group, uint32_t rows,
	const cq__compiled *many, cq__request *request)
{
	cq_connection *const db = insertion->db;
	const size_t size = insertion->stride;
	const cq_site *const site = rows == 1 ? &insertion->plan->site_of_one : &insertion->plan->site_of_many;
	request->kind = cq__request_kind_of(db, CQ__REQUEST_ROWS);
	request->text = &many->text;
	request->rows = insertion->objects + group->first * size;
	request->row_count = group->count;
	request->row_stride = size;
	request->values = cq_statement_values(statement);
	request->deadline_ns = insertion->deadline;
	request->timing = db->timing | cq__site_begin(&db->engine->cache, site);
	request->within = db->levels != 0;
	request->error = &db->working;
	cq__sit_out(db, request);
	if (db->timing)
		cq__echo_text(db->engine, many->text.sql, request);
	/* A statement of the program's own is counted where it stands. */
	if (insertion->statement == NULL)
		cq__site_count(db, site, request);
	if (request->status != CQ_OK)
		cq__error_set_sql(&db->working, many->text.sql);
	return request->status;
}

/* Sends the objects of a group. statement: INSERT_INTO(table, VALUES(...)) with what comes back. The request receives
 * rows and changes. */
static cq_status send_group(const insert_insertion *insertion, const cq_statement *statement, const cq_target *target,
	const insert_group *group, cq__request *request)
{
	cq_connection *const db = insertion->db;
	const cq__rows_form form = form_of_group(insertion, statement, group);
	const uint32_t rows = rows_of_statement(insertion, group, form);
	cq__compiled *many = NULL, *one = NULL;
	cq_status status = compile_group(insertion, statement, group, rows, form, &many);
	if (status != CQ_OK)
		return status;
	/* Compiling the second, and planning, may push the first out of the cache. */
	many->references++;
	const bool tail = form == CQ__ROWS_COPY || (form == CQ__ROWS_VALUES && group->count % rows != 0);
	if (tail && (status = compile_group(insertion, statement, group, 1, CQ__ROWS_VALUES, &one)) == CQ_OK) {
		one->references++;
		request->tail = &one->text;
	}
	if (status == CQ_OK && target != NULL)
		status = cq__plan_find(&db->engine->cache, many, target, &db->working, &request->plan);
	if (status == CQ_OK)
		status = run_group(insertion, statement, group, rows, many, request);
	if (status == CQ_OK && insertion->statement == NULL && target == NULL && group->count == 1)
		cq__insert_remember(insertion->plan, group->columns, cq__insert_returns(insertion->plan, group->columns), many);
	if (one != NULL)
		cq__compiled_release(one);
	/* The rows are looked at by its plan. */
	if (cq__may_be_in_task(db))
		cq__keep_compiled(db, CQ__KEEP_ROWS, many);
	cq__compiled_release(many);
	return status;
}

/* ---- rows that a statement returns --------------------------------------------------------------------------------- */

/* Adds a group's rows to those of the groups before it. */
static cq_status append_rows(insert_insertion *insertion, cq__request *request)
{
	cq__request *const result = insertion->result;
	result->changes += request->changes;
	result->rows_seen += request->rows_seen;
	result->prepare_ns += request->prepare_ns;
	result->run_ns += request->run_ns;
	if (request->item_count == 0)
		return CQ_OK;
	if (result->item_count == 0) {
		result->items = request->items;
		result->item_count = result->item_capacity = request->item_count;
		return CQ_OK;
	}
	const size_t size = request->plan->row_size, count = result->item_count + request->item_count;
	char *const items = cq__arena_list_grow(result->arena, result->items, count * size);
	if (items == NULL)
		return cq__error_set(&insertion->db->working, CQ_NO_MEMORY, NULL);
	memcpy(items + result->item_count * size, request->items, request->item_count * size);
	result->items = items;
	result->item_count = result->item_capacity = count;
	return CQ_OK;
}

static cq_status send_statement_group(insert_insertion *insertion, const insert_group *group)
{
	cq__request *const result = insertion->result;
	cq__request request = { .sink = result->sink, .arena = result->arena };
	/* A second group's first row is not the first. */
	if (result->sink == CQ__SINK_FIRST && result->item_count != 0)
		request.sink = CQ__SINK_NONE;
	cq_status status = send_group(insertion, insertion->statement, insertion->target, group, &request);
	/* Found before the objects are there to stay. */
	if (status == CQ_OK && result->sink == CQ__SINK_FIRST && result->row_limit == 2 &&
		result->rows_seen + request.rows_seen > 1)
		status = cq__error_set(&insertion->db->working, CQ_TOO_MANY_ROWS, NULL);
	/* The arena stays with the result, whoever made it. */
	if (request.arena != NULL)
		result->arena = request.arena;
	return status == CQ_OK ? append_rows(insertion, &request) : status;
}

/* ---- writing back -------------------------------------------------------------------------------------------------- */

/* Where the texts stand that the database made; NULL: no memory. */
static cq__arena *texts_of(const insert_insertion *insertion)
{
	cq_connection *const db = insertion->db;
	if (insertion->texts != NULL)
		return insertion->texts;
	if (db->texts == NULL)
		db->texts = cq__arena_create(CQ__ARENA_SMALL);
	return db->texts;
}

/* One returned member into the program's object; texts move to memory that lasts. */
static cq_status write_member(const insert_insertion *insertion, const cq_column *column, uint32_t offset, const char *row,
	char *object)
{
	const cq_type type = (cq_type)column->type;
	const cq__type_information *const information = cq__type_info(type);
	const bool nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0;
	if (!information->pointer_null) {
		memcpy(object + offset, row + offset, nullable ? information->nullable_size : information->size);
		return CQ_OK;
	}
	cq__arena *const texts = texts_of(insertion);
	if (texts == NULL)
		return CQ_NO_MEMORY;
	if (type == CQ_TYPE_BYTES) {
		cq_bytes bytes;
		memcpy(&bytes, row + offset, sizeof bytes);
		if (bytes.data != NULL && (bytes.data = cq__arena_text(texts, bytes.data, bytes.size)) == NULL)
			return CQ_NO_MEMORY;
		memcpy(object + offset, &bytes, sizeof bytes);
		return CQ_OK;
	}
	const char *text;
	memcpy(&text, row + offset, sizeof text);
	if (text != NULL && (text = cq__arena_text(texts, text, strlen(text))) == NULL)
		return CQ_NO_MEMORY;
	memcpy(object + offset, &text, sizeof text);
	return CQ_OK;
}

static cq_status write_back(const insert_insertion *insertion, const insert_group *group, const char *rows)
{
	const cq__insert_plan *const plan = insertion->plan;
	const cq_table *const table = plan->table;
	for (size_t i = 0; i < group->count; i++) {
		/* The objects are the program's, which gave them to be written to. */
		char *const object = (char *)(uintptr_t)(insertion->objects + (group->first + i) * insertion->stride);
		for (uint32_t j = 0; j < table->column_count; j++)
			if (cq__insert_returned(group->columns, j)
				&& write_member(insertion, &cq_table_columns(table)[j], table->offsets[j],
					rows + i * table->object_size, object) != CQ_OK)
				return cq__error_set(&insertion->db->working, CQ_NO_MEMORY, NULL);
	}
	return CQ_OK;
}

/* Databases promise no order for what RETURNING gives, but an automatic key grows from row to row. */
static void sort_by_key(const cq__insert_plan *plan, char *rows, size_t count)
{
	const size_t size = plan->table->object_size;
	bool sorted = true;
	for (size_t i = 1; i < count && sorted; i++)
		sorted = cq__insert_key(plan, rows + (i - 1) * size) < cq__insert_key(plan, rows + i * size);
	if (!sorted)
		cq__insert_sort(plan, rows, count);
}

/* A part of a group that is small enough to keep what comes back. */
static cq_status send_part(const insert_insertion *insertion, const insert_group *part)
{
	cq__insert_plan *const plan = insertion->plan;
	cq_connection *const db = insertion->db;
	const cq_target target = { .kind = CQ__TARGET_MEMBERS, .size = plan->table->object_size, .descriptor = plan->table };
	cq_statement statement;
	cq__insert_statement_init(&statement, plan, part->columns);
	cq__request request = { .sink = CQ__SINK_ARRAY };
	cq_status status = send_group(insertion, &statement, &target, part, &request);
	if (status == CQ_OK) {
		insertion->result->changes += request.changes;
		if (request.kind == CQ__REQUEST_PREPARE) {
			/* A dry run wrote nothing that could be written back. */
		} else if (request.item_count != part->count) {
			status = cq__error_set(&db->working, CQ_DATABASE, "%zu objects were inserted and %zu rows came back", part->count,
				request.item_count);
		} else {
			if (part->count > 1 && cq__insert_returns(plan, part->columns) != CQ__INSERT_RETURNS_OTHERS)
				sort_by_key(plan, request.items, part->count);
			status = write_back(insertion, part, request.items);
		}
	}
	cq__arena_destroy(request.arena);
	cq_statement_release(&statement);
	return status;
}

/* One object of which only the key comes back: the database has it at hand. */
static cq_status send_for_key(const insert_insertion *insertion, const insert_group *group)
{
	cq_statement statement;
	cq__insert_statement_init(&statement, insertion->plan, NULL);
	cq__request request = { .sink = CQ__SINK_NONE };
	const cq_status status = send_group(insertion, &statement, NULL, group, &request);
	cq_statement_release(&statement);
	if (status != CQ_OK || insertion->db->dry_run)
		return status;
	insertion->result->changes += request.changes;
	char *const object = (char *)(uintptr_t)(insertion->objects + group->first * insertion->stride);
	return cq__insert_set_key(insertion->plan, object, request.last_key, &insertion->db->working);
}

static cq_status send_objects_group(const insert_insertion *insertion, const insert_group *group)
{
	const cq__insert_plan *const plan = insertion->plan;
	const cq__insert_return what = cq__insert_returns(plan, group->columns);
	if (what == CQ__INSERT_RETURNS_KEY && group->count == 1 &&
		cq__dialect_can(insertion->db->engine->dialect, CQ__DIALECT_TELLS_KEY))
		return send_for_key(insertion, group);
	if (what == CQ__INSERT_RETURNS_NOTHING) {
		cq_statement statement;
		cq__insert_statement_init(&statement, plan, NULL);
		cq__request request = { .sink = CQ__SINK_NONE };
		const cq_status status = send_group(insertion, &statement, NULL, group, &request);
		cq_statement_release(&statement);
		insertion->result->changes += request.changes;
		return status;
	}
	const bool arrays = cq__dialect_can(insertion->db->engine->dialect, CQ__DIALECT_ROWS_AS_ARRAYS);
	/* Without a key that grows, only one row at a time tells whose it is, unless an array's order is kept. */
	const size_t at_once = arrays ? ARRAYS_WRITTEN_BACK_AT_ONCE : WRITTEN_BACK_AT_ONCE;
	const size_t most = what == CQ__INSERT_RETURNS_OTHERS && !(arrays && !plan->has_labels) ? 1 : at_once;
	insert_group part = *group;
	for (size_t done = 0; done < group->count; done += part.count) {
		part.first = group->first + done;
		part.count = group->count - done < most ? group->count - done : most;
		const cq_status status = send_part(insertion, &part);
		if (status != CQ_OK)
			return status;
	}
	return CQ_OK;
}

/* Notes what a group leaves out, so that it can be taken back should the insert fail later on. */
static cq_status note_written(insert_insertion *insertion, const insert_group *group)
{
	const size_t size = insertion->plan->words * sizeof *group->columns;
	if (insertion->count == 1 || cq__insert_returns(insertion->plan, group->columns) == CQ__INSERT_RETURNS_NOTHING)
		return CQ_OK;
	if (insertion->memory == NULL)
		insertion->memory = cq__arena_create(CQ__ARENA_SMALL);
	insert_written *const written = insertion->memory != NULL
		? cq__arena_alloc(insertion->memory, sizeof *written + size)
		: NULL;
	if (written == NULL)
		return cq__error_set(&insertion->db->working, CQ_NO_MEMORY, NULL);
	written->before = insertion->written;
	written->first = group->first;
	written->count = group->count;
	memcpy(written->columns, group->columns, size);
	insertion->written = written;
	return CQ_OK;
}

/* The rows are undone, so the objects are again as they were given. */
static void take_back(const insert_insertion *insertion)
{
	const size_t size = insertion->stride;
	for (const insert_written *written = insertion->written; written != NULL; written = written->before)
		for (size_t i = 0; i < written->count; i++)
			cq__insert_leave(insertion->plan, (char *)(uintptr_t)(insertion->objects + (written->first + i) * size),
				written->columns);
}

/* ---- all groups ---------------------------------------------------------------------------------------------------- */

static cq_status send_all(insert_insertion *insertion)
{
	const cq__insert_plan *const plan = insertion->plan;
	uint64_t columns[CQ__INSERT_WORDS];
	const size_t size = insertion->stride;
	cq_status status = CQ_OK;
	for (size_t first = 0, end; first < insertion->count && status == CQ_OK; first = end) {
		cq__insert_columns(plan, insertion->objects + first * size, columns);
		end = first + 1;
		while (end < insertion->count && cq__insert_gives(plan, insertion->objects + end * size, columns))
			end++;
		const insert_group group = { first, end - first, columns, cq__insert_count(plan, columns) };
		if (insertion->statement != NULL)
			status = send_statement_group(insertion, &group);
		else if ((status = note_written(insertion, &group)) == CQ_OK)
			status = send_objects_group(insertion, &group);
	}
	return status;
}

/* All objects or none: the driver keeps one request together, several need a transaction around them. */
static cq_status send_together(insert_insertion *insertion)
{
	cq_connection *const db = insertion->db;
	uint32_t level;
	if (insertion->count <= 1)
		return insertion->count == 0 ? CQ_OK : send_all(insertion);
	cq_status status = cq__level_begin(db, NULL, &level);
	if (status != CQ_OK)
		return status;
	status = send_all(insertion);
	if (status == CQ_OK)
		status = cq__level_commit(db, level);
	if (status != CQ_OK) {
		cq__level_undo(db, level);
		take_back(insertion);
	}
	cq__arena_destroy(insertion->memory);
	return status;
}

cq_status cq__insert_statement(cq_connection *db, const cq_statement *statement, const cq__compiled *compiled,
	const cq_target *target, cq__request *request)
{
	const cq_value *const value = &cq_statement_values(statement)[0];
	insert_insertion insertion = {
		.db = db,
		.statement = statement,
		.target = target,
		.objects = value->bytes.data,
		.count = value->bytes.size,
		.result = request,
		.deadline = request->deadline_ns,
	};
	if (insertion.count == 0 || insertion.objects == NULL) {
		cq__error_set(&db->working, CQ_RULE, "INSERT_INTO: VALUES: " CQ_SAY_EMPTY_VALUES);
		cq__error_set_rule(&db->working, "empty-values");
		return CQ_RULE;
	}
	const cq_status status = cq__insert_plan_find(db->engine, compiled->table, &db->working, &insertion.plan);
	if (status != CQ_OK)
		return status;
	insertion.stride = insertion.plan->table->object_size;
	return send_together(&insertion);
}

static cq_status insert(cq_connection *db, const cq_table *table, void *objects, size_t count)
{
	cq__request result = { 0 };
	insert_insertion insertion = {
		.db = db, .objects = objects, .count = count, .result = &result, .deadline = cq__connection_deadline(db),
	};
	const cq_status status = cq__insert_plan_find(db->engine, table, &db->working, &insertion.plan);
	if (status != CQ_OK)
		return status;
	insertion.stride = insertion.plan->table->object_size;
	return send_together(&insertion);
}

cq_status cq__insert_rows(cq_connection *db, const cq_table *table, void *objects, size_t count, size_t stride, cq__arena *texts)
{
	cq__request result = { 0 };
	insert_insertion insertion = { .db = db, .objects = objects, .count = count, .stride = stride, .result = &result, .texts = texts,
		.deadline = cq__connection_deadline(db) };
	CQ_TRY(cq__insert_plan_find(db->engine, table, &db->working, &insertion.plan));
	const cq_status status = send_all(&insertion);
	cq__arena_destroy(insertion.memory);
	return status;
}

/* One object by the statement that the last one of its kind had; false when that is another. */
static bool insert_again(cq_connection *db, const cq_table *table, void *object, cq_status *status)
{
	cq__insert_plan *plan;
	uint64_t columns[CQ__INSERT_WORDS];
	if (cq__insert_plan_find(db->engine, table, &db->working, &plan) != CQ_OK) {
		*status = cq__error_get(&db->working)->code;
		return true;
	}
	cq__insert_columns(plan, object, columns);
	cq__compiled *const one = cq__insert_remembered(plan, columns);
	if (one == NULL)
		return false;
	cq__cache_touch(&db->engine->cache, one);
	cq__request request = {
		.kind = cq__request_kind_of(db, CQ__REQUEST_ROWS),
		.text = &one->text,
		.rows = object,
		.row_count = 1,
		.row_stride = table->object_size,
		.deadline_ns = cq__connection_deadline(db),
		.timing = db->timing | cq__site_begin(&db->engine->cache, &plan->site_of_one),
		.within = db->levels != 0,
		.error = &db->working,
	};
	cq__sit_out_statement(db, &request, NULL, one);
	if (__builtin_expect(db->timing, 0))
		cq__echo_text(db->engine, one->text.sql, &request);
	cq__site_count(db, &plan->site_of_one, &request);
	*status = request.status;
	if (request.status != CQ_OK)
		cq__error_set_sql(&db->working, one->text.sql);
	else if (plan->one_returns == CQ__INSERT_RETURNS_KEY && !db->dry_run)
		*status = cq__insert_set_key(plan, object, request.last_key, &db->working);
	return true;
}

cq_status cq_run_insert(cq_connection *db, const cq_table *table, void *object)
{
	cq_status status;
	CQ_TRY(cq__connection_enter_statement(db, "cq_insert", object != NULL));
	CQ_TRY(cq__table_route(&db, table, "cq_insert"));
	if (!insert_again(db, table, object, &status))
		status = insert(db, table, object, 1);
	return cq__connection_leave(db, status);
}

cq_status cq_run_insert_many(cq_connection *db, const cq_table *table, void *objects, size_t count)
{
	CQ_TRY(cq__connection_enter_statement(db, "cq_insert_many", objects != NULL || count == 0));
	CQ_TRY(cq__table_route(&db, table, "cq_insert_many"));
	return cq__connection_leave(db, insert(db, table, objects, count));
}
