/* driver/sqlite/statement_cache.c: the prepared statements of a connection, by the id of their text.
 *
 * It knows nothing of values and rows. Bounded in bytes as SQLite counts them; what was used longest ago goes first.
 */
#include "driver/sqlite/sqlite.h"

/* What an entry costs beside SQLite's own memory. */
#define ENTRY_BYTES (sizeof(cq__prepared) + 64)

static void finalize(cq__prepared *prepared)
{
	(void)sqlite3_finalize(prepared->statement);
	cq__free(prepared);
}

static void destroy(cq__prepared_cache *cache, cq__cached *entry)
{
	(void)cache;
	finalize(cq__prepared_of(entry));
}

void cq__sqlite_cache_init(cq__prepared_cache *cache, size_t limit)
{
	cq__prepared_cache_init(cache, limit, UINT32_MAX, destroy);
}

/* Whether nothing but blanks and comments follow the statement: sqlite3 prepares only the first. */
static bool is_blank(const char *at, const char *end)
{
	while (at < end) {
		if (*at == ' ' || (*at >= '\t' && *at <= '\r') || *at == ';') {
			at++;
		} else if (end - at >= 2 && at[0] == '-' && at[1] == '-') {
			while (at < end && *at != '\n')
				at++;
		} else if (end - at >= 2 && at[0] == '/' && at[1] == '*') {
			for (at += 2; at < end && !(end - at >= 2 && at[0] == '*' && at[1] == '/'); at++) {
			}
			at = end - at >= 2 ? at + 2 : end;
		} else {
			return *at == '\0';
		}
	}
	return true;
}

static cq_status prepare(cq__connection *connection, cq__request *request, const cq__text *text, cq__prepared *prepared)
{
	if (text->length > INT32_MAX - 1)
		return cq__error_set(request->error, CQ_TOO_LARGE, "the statement is longer than SQLite takes");
	const char *rest = NULL;
	const unsigned flags = text->cacheable ? SQLITE_PREPARE_PERSISTENT : 0;
	const int code = sqlite3_prepare_v3(connection->handle, text->sql, (int)text->length, flags, &prepared->statement,
		&rest);
	if (code != SQLITE_OK)
		return cq__sqlite_failed(connection, request, code, true);
	if (prepared->statement == NULL)
		return cq__error_set(request->error, CQ_SYNTAX, "the text holds no statement");
	if (!is_blank(rest, text->sql + text->length))
		return cq__error_set(request->error, CQ_SYNTAX, "the text holds more than one statement");
	prepared->read_only = sqlite3_stmt_readonly(prepared->statement) != 0;
	return CQ_OK;
}

/* What an entry costs, SQLite's own memory counted. */
static size_t cost(const cq__prepared *prepared)
{
	return ENTRY_BYTES + (size_t)sqlite3_stmt_status(prepared->statement, SQLITE_STMTSTATUS_MEMUSED, 0);
}

cq_status cq__sqlite_prepare(cq__connection *connection, cq__request *request, const cq__text *text,
	cq__prepared **out)
{
	cq__prepared_cache *const cache = &connection->cache;
	cq__cached *const found = text->cacheable ? cq__prepared_cache_find(cache, text->id) : NULL;
	request->was_cached = found != NULL && found->users == 0;
	if (request->was_cached) {
		cq__prepared_cache_touch(cache, found);
		found->users = 1;
		*out = cq__prepared_of(found);
		return CQ_OK;
	}
	*out = NULL;
	cq__prepared *const prepared = cq__zalloc(sizeof *prepared);
	if (prepared == NULL)
		return cq__error_set(request->error, CQ_NO_MEMORY, NULL);
	prepared->entry.id = text->id;
	const uint64_t begun = request->timing ? cq__monotonic_ns() : 0;
	const cq_status status = prepare(connection, request, text, prepared);
	if (request->timing)
		request->prepare_ns += (int64_t)(cq__monotonic_ns() - begun);
	if (status != CQ_OK) {
		finalize(prepared);
		return status;
	}
	prepared->entry.users = 1;
	if (text->cacheable && found == NULL)
		cq__prepared_cache_enter(cache, &prepared->entry, cost(prepared));
	*out = prepared;
	return CQ_OK;
}

void cq__sqlite_done_with(cq__connection *connection, cq__prepared *prepared)
{
	(void)connection;
	(void)sqlite3_reset(prepared->statement);
	if (__builtin_expect(prepared->binds_array, 0))
		(void)sqlite3_clear_bindings(prepared->statement);
	prepared->entry.users = 0;
	if (!prepared->entry.kept)
		finalize(prepared);
}
