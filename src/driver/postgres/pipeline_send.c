/* driver/postgres/pipeline_send.c: one command each is given to libpq, and noted for its answer.
 *
 * It knows nothing of when it is whose turn: pipeline.c does. The kinds call it from their send() and answered().
 */
#include "driver/postgres/postgres.h"

/* ---- the ring of what is to be answered --------------------------------------------------------------------------- */

bool cq__pg_command_room(cq__connection *connection, uint32_t more)
{
	if (connection->command_count + more <= connection->command_capacity)
		return true;
	uint32_t capacity = connection->command_capacity != 0 ? connection->command_capacity * 2 : 64;
	while (capacity < connection->command_count + more)
		capacity *= 2;
	cq__pg_command *const ring = cq__alloc_array(capacity, sizeof *ring);
	if (ring == NULL)
		return false;
	for (uint32_t i = 0; i < connection->command_count; i++)
		ring[i] = connection->commands[(connection->command_first + i) & (connection->command_capacity - 1)];
	cq__free(connection->commands);
	connection->commands = ring;
	connection->command_first = 0;
	connection->command_capacity = capacity;
	return true;
}

static void push(cq__connection *connection, cq__pg_command command)
{
	const uint32_t at = (connection->command_first + connection->command_count) & (connection->command_capacity - 1);
	connection->commands[at] = command;
	connection->command_count++;
}

void cq__pg_command_push(cq__connection *connection, cq__pg_item *item, uint32_t tag)
{
	push(connection, (cq__pg_command){ .item = item, .tag = tag });
	item->open_commands++;
}

void cq__pg_command_pop(cq__connection *connection)
{
	connection->command_first = (connection->command_first + 1) & (connection->command_capacity - 1);
	connection->command_count--;
}

/* ---- sending ------------------------------------------------------------------------------------------------------ */

/* Room for two commands and the Sync behind them. */
static cq_status make_room(cq__connection *connection, cq__pg_item *item)
{
	if (__builtin_expect(cq__pg_command_room(connection, 3), 1))
		return CQ_OK;
	return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
}

cq_status cq__pg_sent(cq__connection *connection, cq__pg_item *item, int sent)
{
	if (__builtin_expect(sent != 0, 1))
		return CQ_OK;
	connection->refused = true;
	return cq__pg_call_failed(connection, item->error);
}

cq_status cq__pg_send_text(cq__connection *connection, cq__pg_item *item, uint32_t tag, const char *sql, const Oid *types,
	bool encoded)
{
	const cq__pg_encoder *const encoder = &connection->encoder;
	CQ_TRY(make_room(connection, item));
	const int sent = encoded ?
		PQsendQueryParams(connection->handle, sql, encoder->count, types, encoder->values, encoder->lengths, encoder->formats, 1) :
		PQsendQueryParams(connection->handle, sql, 0, NULL, NULL, NULL, NULL, 1);
	CQ_TRY(cq__pg_sent(connection, item, sent));
	cq__pg_command_push(connection, item, tag);
	return CQ_OK;
}

cq_status cq__pg_send_parse(cq__connection *connection, cq__pg_item *item, uint32_t tag, const char *name, const char *sql,
	int type_count, const Oid *types)
{
	CQ_TRY(make_room(connection, item));
	CQ_TRY(cq__pg_sent(connection, item, PQsendPrepare(connection->handle, name, sql, type_count, types)));
	cq__pg_command_push(connection, item, tag);
	return CQ_OK;
}

/* The server finds no sense in it and gives up what stands before it in its group; its log says why. */
void cq__pg_send_undo(cq__connection *connection, cq__pg_item *item)
{
	static const char nonsense[] = "cquel gives up what it sent before this";
	if (!cq__pg_command_room(connection, 2) ||
		PQsendQueryParams(connection->handle, nonsense, 0, NULL, NULL, NULL, NULL, 1) == 0) {
		connection->refused = true;
		return;
	}
	cq__pg_command_push(connection, item, CQ__PG_TAG_UNDO);
}

/* ---- texts of the executor ---------------------------------------------------------------------------------------- */

enum { SOME_TYPES = 64 };

/* The types of a text's parameters, on the stack or, when they are many, in *made. */
static cq_status find_types(cq__pg_item *item, const cq__text *text, size_t runs, Oid *some, Oid **made, int *count)
{
	const size_t needed = (size_t)text->bind_count * runs + text->value_bind_count;
	*made = NULL;
	if (needed > CQ__PG_MOST_PARAMETERS)
		return cq__error_set(item->error, CQ_TOO_LARGE, "the statement has %zu parameters, and PostgreSQL takes %d", needed,
			CQ__PG_MOST_PARAMETERS);
	if (needed > SOME_TYPES && (*made = cq__alloc_array(needed, sizeof **made)) == NULL)
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	*count = (int)cq__pg_parameter_types(text, runs, *made != NULL ? *made : some);
	return CQ_OK;
}

static cq_status send_prepare(cq__connection *connection, cq__pg_item *item, const cq__text *text, size_t runs)
{
	Oid some[SOME_TYPES], *made;
	int count = 0;
	CQ_TRY(find_types(item, text, runs, some, &made, &count));
	cq__pg_prepared *const prepared = item->prepared;
	const cq_status status = cq__pg_send_parse(connection, item, CQ__PG_TAG_PARSE, prepared->name, text->sql, count,
		made != NULL ? made : some);
	cq__free(made);
	prepared->parsed = status == CQ_OK;
	return status;
}

/* Without a name: the text and its values at once. */
static cq_status send_unnamed(cq__connection *connection, cq__pg_item *item, uint32_t tag, const cq__text *text, size_t runs)
{
	Oid some[SOME_TYPES], *made;
	int count = 0;
	CQ_TRY(find_types(item, text, runs, some, &made, &count));
	const cq_status status = cq__pg_send_text(connection, item, tag, text->sql, made != NULL ? made : some, true);
	cq__free(made);
	return status;
}

static cq_status send_prepared(cq__connection *connection, cq__pg_item *item, uint32_t tag)
{
	const cq__pg_encoder *const encoder = &connection->encoder;
	CQ_TRY(make_room(connection, item));
	CQ_TRY(cq__pg_sent(connection, item, PQsendQueryPrepared(connection->handle, item->prepared->name, encoder->count, encoder->values,
		encoder->lengths, encoder->formats, 1)));
	cq__pg_command_push(connection, item, tag);
	return CQ_OK;
}

cq_status cq__pg_send_statement(cq__connection *connection, cq__pg_item *item, uint32_t tag, const cq__text *text,
	size_t runs)
{
	if (connection->unnamed || !text->cacheable)
		return send_unnamed(connection, item, tag, text, runs);
	if (item->prepared == NULL && (item->prepared = cq__pg_cache_take(&connection->cache, text)) == NULL)
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	const bool there = item->prepared->parsed;
	if (item->request != NULL)
		item->request->was_cached = there;
	if (!there)
		CQ_TRY(send_prepare(connection, item, text, runs));
	item->generation = item->prepared->generation;
	item->prepares = !there;
	return send_prepared(connection, item, tag);
}

void cq__pg_sync(cq__connection *connection)
{
	if (connection->group_mode == CQ__PG_GROUP_NONE || connection->broken)
		return;
	connection->group_mode = CQ__PG_GROUP_NONE;
	/* Room was made with the commands before it. */
#ifdef LIBPQ_HAS_SEND_PIPELINE_SYNC
	const int sent = PQsendPipelineSync(connection->handle);
#else
	const int sent = PQpipelineSync(connection->handle);
#endif
	if (__builtin_expect(sent == 0 || !cq__pg_command_room(connection, 1), 0)) {
		connection->refused = true;
		return;
	}
	push(connection, (cq__pg_command){ .tag = connection->group, .sync = true });
	connection->group++;
}
