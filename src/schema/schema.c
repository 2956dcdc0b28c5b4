/* schema/schema.c: creates and drops the tables of a program's models.
 * It knows nothing of how a dialect writes them. Programs call it.
 */
#include "exec/await.h"
#include "exec/run.h"
#include "exec/text.h"
#include "sql/ddl.h"

#include <cquel/schema.h>

/* One statement; it is prepared for this once. */
static cq_status send(cq_connection *db, const char *sql, int64_t deadline)
{
	const cq__text text = { .sql = sql, .length = (uint32_t)strlen(sql) };
	cq__request request = {
		.kind = CQ__REQUEST_SCRIPT,
		.text = &text,
		.deadline_ns = deadline,
		.timing = db->timing,
		.error = &db->working,
	};
	cq__sit_out(db, &request);
	if (db->timing)
		cq__echo_text(db->engine, sql, &request);
	if (request.status != CQ_OK)
		cq__error_set_sql(&db->working, sql);
	return request.status;
}

/* All of them or none. */
static cq_status send_together(cq_connection *db, const cq__ddl *ddl)
{
	const int64_t deadline = cq__connection_deadline(db);
	uint32_t level;
	cq_status status = cq__level_begin(db, NULL, &level);
	if (status != CQ_OK)
		return status;
	for (uint32_t i = 0; i < ddl->count && status == CQ_OK; i++)
		status = send(db, ddl->statements[i], deadline);
	if (status == CQ_OK)
		status = cq__level_commit(db, level);
	if (status != CQ_OK)
		cq__level_undo(db, level);
	return status;
}

static cq_status check_tables(const cq_table *const *tables, size_t count, cq__error *error)
{
	if (tables == NULL && count != 0)
		return cq__error_set(error, CQ_MISUSE, "the array of tables is NULL");
	for (size_t i = 0; i < count; i++) {
		if (tables[i] == NULL)
			return cq__error_set(error, CQ_MISUSE, "table %zu of the array is NULL", i);
		if (tables[i]->alias_of != NULL)
			return cq__error_set(error, CQ_MISUSE, "%s is an alias; name its table", tables[i]->name);
	}
	return CQ_OK;
}

typedef cq_status write_ddl(const cq__dialect *dialect, const cq_table *const *tables, size_t count, cq__ddl *out,
	cq__error *error);

static cq_status run(cq_connection *db, write_ddl *write, const cq_table *const *tables, size_t count)
{
	cq__ddl ddl = { 0 };
	cq_status status = check_tables(tables, count, &db->working);
	if (status == CQ_OK)
		status = write(db->engine->dialect, tables, count, &ddl, &db->working);
	if (status == CQ_OK && ddl.count != 0)
		status = send_together(db, &ddl);
	cq__ddl_release(&ddl);
	return cq__connection_leave(db, status);
}

cq_status cq_create_all(cq_connection *db, const cq_table *const *tables, size_t count)
{
	CQ_TRY(cq__connection_enter_statement(db, "cq_create_all", tables != NULL || count == 0));
	return run(db, cq__ddl_create, tables, count);
}

cq_status cq_drop_all(cq_connection *db, const cq_table *const *tables, size_t count)
{
	CQ_TRY(cq__connection_enter_statement(db, "cq_drop_all", tables != NULL || count == 0));
	return run(db, cq__ddl_drop, tables, count);
}

/* The statements as one text, each closed by a semicolon. */
static cq_status join(const cq__ddl *ddl, char **out, cq__error *error)
{
	cq__buffer buffer = { 0 };
	for (uint32_t i = 0; i < ddl->count; i++) {
		cq__buffer_append_text(&buffer, ddl->statements[i]);
		cq__buffer_append_text(&buffer, ";\n");
	}
	*out = cq__buffer_take(&buffer);
	cq__buffer_release(&buffer);
	return *out != NULL ? CQ_OK : cq__error_set(error, CQ_NO_MEMORY, NULL);
}

cq_status cq_create_sql(const char *dialect, const cq_table *const *tables, size_t count, char **out, char *message)
{
	cq__error error = { 0 };
	cq__ddl ddl = { 0 };
	const cq__dialect *found;
	if (out == NULL)
		return cq__text_outcome(&error, cq__error_set(&error, CQ_MISUSE, "cq_create_sql: the output is NULL"), message);
	*out = NULL;
	cq_status status = cq__text_dialect(dialect, &found, &error);
	if (status == CQ_OK)
		status = check_tables(tables, count, &error);
	if (status == CQ_OK)
		status = cq__ddl_create(found, tables, count, &ddl, &error);
	if (status == CQ_OK)
		status = join(&ddl, out, &error);
	cq__ddl_release(&ddl);
	return cq__text_outcome(&error, status, message);
}
