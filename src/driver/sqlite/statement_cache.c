/* driver/sqlite/statement_cache.c: the prepared statements of a connection, by the id of their text.
 *
 * It knows nothing of values and rows. Bounded in bytes as SQLite counts them; what was used longest ago goes first.
 */
#include "driver/sqlite/sqlite.h"

/* What an entry costs beside SQLite's own memory. */
#define ENTRY_BYTES (sizeof(cq__prepared) + 64)

void cq__sqlite_cache_init(cq__statement_cache *cache, size_t limit)
{
	*cache = (cq__statement_cache){ .limit = limit };
	cq__list_init(&cache->order);
}

static cq__prepared **bucket(const cq__statement_cache *cache, uint32_t id)
{
	return &cache->buckets[id & (cache->bucket_count - 1)];
}

static cq__prepared *find(const cq__statement_cache *cache, uint32_t id)
{
	if (cache->bucket_count == 0)
		return NULL;
	cq__prepared *at = *bucket(cache, id);
	while (at != NULL && at->id != id)
		at = at->next;
	return at;
}

/* Takes an entry out of the cache; its statement lives. */
static void detach(cq__statement_cache *cache, cq__prepared *prepared)
{
	cq__prepared **place = bucket(cache, prepared->id);
	while (*place != prepared)
		place = &(*place)->next;
	*place = prepared->next;
	prepared->next = NULL;
	cq__list_remove(&prepared->link);
	cache->bytes -= prepared->bytes;
	cache->count--;
	prepared->cached = false;
	if (cache->latest == prepared)
		cache->latest = NULL;
}

static void destroy(cq__prepared *prepared)
{
	(void)sqlite3_finalize(prepared->statement);
	cq__free(prepared);
}

void cq__sqlite_cache_release(cq__statement_cache *cache)
{
	cq__list_link *link;
	while ((link = cq__list_first(&cache->order)) != NULL) {
		cq__prepared *const prepared = CQ__LIST_ENTRY(link, cq__prepared, link);
		detach(cache, prepared);
		destroy(prepared);
	}
	cq__free(cache->buckets);
	cache->buckets = NULL;
	cache->bucket_count = 0;
}

void cq__sqlite_cache_forget(cq__statement_cache *cache, uint32_t id)
{
	cq__prepared *const prepared = find(cache, id);
	if (prepared == NULL)
		return;
	detach(cache, prepared);
	if (prepared->users == 0)
		destroy(prepared);
}

/* One entry a bucket at most, on the average. */
static cq_status make_room(cq__statement_cache *cache)
{
	if (cache->count < cache->bucket_count)
		return CQ_OK;
	const uint32_t count = cache->bucket_count == 0 ? 32 : cache->bucket_count * 2;
	cq__prepared **const buckets = cq__alloc_array(count, sizeof(cq__prepared *));
	if (buckets == NULL)
		return CQ_NO_MEMORY;
	cq__free(cache->buckets);
	cache->buckets = buckets;
	cache->bucket_count = count;
	for (cq__list_link *link = cache->order.head.next; link != &cache->order.head; link = link->next) {
		cq__prepared *const prepared = CQ__LIST_ENTRY(link, cq__prepared, link);
		cq__prepared **const place = bucket(cache, prepared->id);
		prepared->next = *place;
		*place = prepared;
	}
	return CQ_OK;
}

static void evict(cq__statement_cache *cache, const cq__prepared *newest)
{
	cq__list_link *link = cq__list_last(&cache->order);
	while (cache->bytes > cache->limit && link != NULL) {
		cq__prepared *const prepared = CQ__LIST_ENTRY(link, cq__prepared, link);
		link = link->previous == &cache->order.head ? NULL : link->previous;
		if (prepared == newest || prepared->users != 0)
			continue;
		detach(cache, prepared);
		destroy(prepared);
	}
}

static bool enter(cq__statement_cache *cache, cq__prepared *prepared)
{
	/* Without memory for the table the statement is used once. */
	if (make_room(cache) != CQ_OK)
		return false;
	prepared->bytes = ENTRY_BYTES + (size_t)sqlite3_stmt_status(prepared->statement, SQLITE_STMTSTATUS_MEMUSED, 0);
	prepared->cached = true;
	cq__prepared **const place = bucket(cache, prepared->id);
	prepared->next = *place;
	*place = prepared;
	cq__list_push_front(&cache->order, &prepared->link);
	cache->bytes += prepared->bytes;
	cache->count++;
	evict(cache, prepared);
	return true;
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

static void touch(cq__statement_cache *cache, cq__prepared *prepared)
{
	cache->latest = prepared;
	if (cache->order.head.next == &prepared->link)
		return;
	cq__list_remove(&prepared->link);
	cq__list_push_front(&cache->order, &prepared->link);
}

cq_status cq__sqlite_prepare(cq__connection *connection, cq__request *request, const cq__text *text,
	cq__prepared **out)
{
	cq__statement_cache *const cache = &connection->cache;
	cq__prepared *prepared = text->cacheable ? find(cache, text->id) : NULL;
	request->was_cached = prepared != NULL && prepared->users == 0;
	if (request->was_cached) {
		touch(cache, prepared);
		prepared->users = 1;
		*out = prepared;
		return CQ_OK;
	}
	const bool taken = prepared != NULL;
	*out = NULL;
	prepared = cq__zalloc(sizeof *prepared);
	if (prepared == NULL)
		return cq__error_set(request->error, CQ_NO_MEMORY, NULL);
	prepared->id = text->id;
	const uint64_t begun = request->timing ? cq__monotonic_ns() : 0;
	const cq_status status = prepare(connection, request, text, prepared);
	if (request->timing)
		request->prepare_ns += (int64_t)(cq__monotonic_ns() - begun);
	if (status != CQ_OK) {
		destroy(prepared);
		return status;
	}
	prepared->users = 1;
	if (text->cacheable && !taken && enter(cache, prepared))
		cache->latest = prepared;
	*out = prepared;
	return CQ_OK;
}

void cq__sqlite_done_with(cq__connection *connection, cq__prepared *prepared)
{
	(void)connection;
	(void)sqlite3_reset(prepared->statement);
	if (__builtin_expect(prepared->binds_array, 0))
		(void)sqlite3_clear_bindings(prepared->statement);
	prepared->users = 0;
	if (!prepared->cached)
		destroy(prepared);
}
