/* driver/postgres/copy.c: objects that follow COPY … FROM STDIN (FORMAT binary), encoded as the socket takes them.
 *
 * It knows nothing of when COPY pays. Its binary form is that of the columns' own types, which need not be those of the model,
 * so the server is asked for them first; where they are others, or it does not copy into what this is, objects go one by one.
 */
#include "driver/postgres/bulk.h"
#include "driver/postgres/wire.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	TAG_PARSE = CQ__PG_TAG_OWN,
	TAG_DESCRIBE,
	STEP_COPY = 0, /* the objects go by COPY */
	STEP_LAST,     /* the last ones are in the buffer */
	STEP_REFUSED,  /* the server does not copy into this */
	STEP_UNDONE,   /* ... and its savepoint is gone back to */
	STEP_TAIL,     /* the columns have other types */
	CHUNK_BYTES = 64 * 1024,      /* handed to libpq at once */
	TURN_BYTES = 16 * CHUNK_BYTES /* sent before others of the loop have their turn */
};

#define SAVEPOINT "\"cq_copy\""

static const char signature[] = "PGCOPY\n\377\r\n";
enum { SIGNATURE = sizeof signature, HEADER = SIGNATURE + 8, TRAILER = 2 };

/* ---- which types the columns have ---------------------------------------------------------------------------------- */

/* Whether a column of this type reads what a member is encoded as. */
static bool fits(const cq__bind *bind, Oid column)
{
	const Oid sent = cq__pg_parameter_type(bind);
	if (sent == 0)
		return column == CQ__OID_TEXT || column == CQ__OID_VARCHAR || column == CQ__OID_BPCHAR;
	return column == sent || (sent == CQ__OID_TIMESTAMPTZ && column == CQ__OID_TIMESTAMP);
}

static bool all_fit(const cq__text *text, const PGresult *described)
{
	if (PQnparams(described) != (int)text->bind_count)
		return false;
	for (uint32_t i = 0; i < text->bind_count; i++)
		if (!fits(&text->binds[i], PQparamtype(described, (int)i)))
			return false;
	return true;
}

/* The INSERT of one object, prepared without saying any types, has those of the columns. */
static cq_status send_probe(cq__connection *connection, cq__pg_item *item)
{
	const cq__request *const request = item->request;
	cq__pg_rows_begin(&connection->rows);
	cq__pg_request_clear(item->request);
	if (request->tail == NULL)
		return cq__error_set(item->error, CQ_MISUSE, "COPY is given no text for one object");
	CQ_TRY(cq__pg_send_parse(connection, item, TAG_PARSE, "", request->tail->sql, 0, NULL));
	if (!cq__pg_command_room(connection, 2))
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	CQ_TRY(cq__pg_sent(connection, item, PQsendDescribePrepared(connection->handle, "")));
	cq__pg_command_push(connection, item, TAG_DESCRIBE);
	return CQ_OK;
}

static void take_probe(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	if (cq__pg_take_status(connection, item, result) == CQ_OK && tag == TAG_DESCRIBE)
		connection->rows.step = all_fit(item->request->text, result) ? STEP_COPY : STEP_TAIL;
}

/* The item goes on as another kind. */
static bool become(cq__connection *connection, cq__pg_item *item, const cq__pg_kind *kind)
{
	if (!cq__pg_enter_mode(connection, kind->simple ? CQ__PG_MODE_SIMPLE : CQ__PG_MODE_PIPELINE))
		return false;
	item->kind = kind;
	const cq_status status = kind->send(connection, item);
	if (status == CQ_OK)
		return true;
	item->status = status;
	item->failed = true;
	if (item->open_commands != 0)
		cq__pg_send_undo(connection, item);
	return item->open_commands != 0;
}

static bool probe_answered(cq__connection *connection, cq__pg_item *item)
{
	return become(connection, item, connection->rows.step == STEP_COPY ? &cq__pg_kind_copy : &cq__pg_kind_by_tail);
}

const cq__pg_kind cq__pg_kind_copy_probe = {
	.send = send_probe,
	.result = take_probe,
	.answered = probe_answered,
	.alone = true,
	.holds = true,
};

/* ---- objects ------------------------------------------------------------------------------------------------------- */

/* One text of the simple protocol. */
static cq_status send_simple(cq__connection *connection, cq__pg_item *item, const char *sql)
{
	if (!cq__pg_command_room(connection, 1))
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	CQ_TRY(cq__pg_sent(connection, item, PQsendQuery(connection->handle, sql)));
	cq__pg_command_push(connection, item, CQ__PG_TAG_RUN);
	return CQ_OK;
}

/* In a transaction a savepoint is around it: it may be refused, and then the objects go another way. */
static cq_status send_copy(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_rows *const rows = &connection->rows;
	const char *const copy = item->request->text->sql;
	cq__pg_rows_begin(rows);
	cq__buffer_clear(&rows->buffer);
	cq__buffer_append(&rows->buffer, signature, SIGNATURE);
	cq__buffer_append(&rows->buffer, "\0\0\0\0\0\0\0", HEADER - SIGNATURE);
	if (rows->buffer.status != CQ_OK)
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	if (!connection->in_transaction)
		return send_simple(connection, item, copy);
	cq__buffer sql = { 0 };
	cq__buffer_append_format(&sql, "SAVEPOINT " SAVEPOINT "; %s; RELEASE SAVEPOINT " SAVEPOINT, copy);
	const cq_status status = sql.status == CQ_OK
		? send_simple(connection, item, cq__buffer_text(&sql))
		: cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	cq__buffer_release(&sql);
	return status;
}

/* COPY was refused: in a transaction the savepoint is gone back to, and then objects go one by one. */
static bool copy_answered(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_rows *const rows = &connection->rows;
	if (rows->step == STEP_REFUSED && PQtransactionStatus(connection->handle) == PQTRANS_INERROR) {
		rows->step = STEP_UNDONE;
		const cq_status status = send_simple(connection, item, "ROLLBACK TO SAVEPOINT " SAVEPOINT "; RELEASE SAVEPOINT " SAVEPOINT);
		if (status != CQ_OK)
			item->status = status;
		return status == CQ_OK;
	}
	if (rows->step == STEP_REFUSED || rows->step == STEP_UNDONE)
		return become(connection, item, &cq__pg_kind_by_tail);
	return false;
}

/* Fills the buffer with objects; at the end the trailer is behind them. */
static cq_status fill(cq__connection *connection, const cq__request *request)
{
	cq__pg_rows *const rows = &connection->rows;
	cq__pg_encoder *const encoder = &connection->encoder;
	CQ_TRY(cq__pg_encode_begin(encoder, &rows->error, 0));
	encoder->giver.many = request->row_count > 1;
	while (rows->at < request->row_count && rows->buffer.length < CHUNK_BYTES) {
		CQ_TRY(cq__pg_copy_object(encoder, request->text, (const char *)request->rows + rows->at * request->row_stride,
			rows->at, &rows->buffer));
		rows->at++;
	}
	if (rows->at == request->row_count) {
		cq__buffer_append(&rows->buffer, "\377\377", TRAILER);
		rows->step = STEP_LAST;
	}
	return rows->buffer.status == CQ_OK ? CQ_OK : cq__error_set(&rows->error, CQ_NO_MEMORY, NULL);
}

/* Ends the data; why: NULL, or what makes the server throw it away. */
static void end(cq__connection *connection, cq__pg_item *item, const char *why)
{
	const int sent = PQputCopyEnd(connection->handle, why);
	if (sent == 0) {
		item->wants_write = true;
		return;
	}
	item->copying = false;
	if (sent < 0)
		cq__pg_break(connection, NULL);
	/* Short texts grow the buffer no further than a chunk and an object; what a large one left is given back. */
	if (connection->rows.buffer.capacity > 4 * (size_t)CHUNK_BYTES)
		cq__buffer_release(&connection->rows.buffer);
}

/* Gives libpq the next chunk. True: there may be more; false: the socket is full, or it has ended. */
static bool put_chunk(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_rows *const rows = &connection->rows;
	if (item->told || item->request == NULL || item->stopped) {
		end(connection, item, "it was cancelled");
		return false;
	}
	if (rows->failure == CQ_OK && rows->buffer.length < CHUNK_BYTES && rows->step == STEP_COPY)
		rows->failure = fill(connection, item->request);
	if (rows->failure != CQ_OK) {
		end(connection, item, "an object cannot be sent");
		return false;
	}
	if (rows->buffer.length == 0) {
		end(connection, item, NULL);
		return false;
	}
	const int sent = PQputCopyData(connection->handle, rows->buffer.data, (int)rows->buffer.length);
	if (sent < 0) {
		item->copying = false;
		cq__pg_break(connection, NULL);
		return false;
	}
	if (sent > 0)
		cq__buffer_clear(&rows->buffer);
	return sent > 0;
}

/* The socket is ready. libpq never holds more than a chunk that the socket did not take. */
static void feed(cq__connection *connection, cq__pg_item *item)
{
	size_t bytes = 0;
	item->wants_write = true;
	while (item->copying && bytes < TURN_BYTES) {
		const int left = PQflush(connection->handle);
		if (left < 0) {
			item->copying = false;
			cq__pg_break(connection, NULL);
			return;
		}
		if (left > 0 || !put_chunk(connection, item))
			break;
		bytes += CHUNK_BYTES;
	}
	if (item->copying || connection->broken)
		return;
	item->wants_write = false;
	connection->blocked = PQflush(connection->handle) > 0;
}

/* ---- answers ------------------------------------------------------------------------------------------------------- */

/* Whether COPY does not do this at all: row security, a view, a column that it does not take. It may say so behind the data. */
static bool is_refused(const PGresult *result)
{
	const char *const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	return state != NULL && (strcmp(state, "0A000") == 0 || strcmp(state, "42809") == 0);
}

static const char copy_word[] = "COPY ";
enum { COPY_WORD = sizeof copy_word - 1 };

/* How many bytes the table's name has that the text copies to, without its schema and its quotes. */
static size_t name_length(const char *sql)
{
	for (const char *at = sql + COPY_WORD;; at++) {
		size_t length = 0;
		if (*at == '"') {
			for (at++; *at != '\0' && (at[0] != '"' || at[1] == '"'); at += *at == '"' ? 2 : 1)
				length++;
			at += *at == '"';
		} else {
			length = strcspn(at, ". (");
			at += length;
		}
		if (*at != '.')
			return length;
	}
}

/* The object whose row the server was at, from 1; 0: it does not say. "COPY users, line 5": the words around are translated,
 * the first number behind the table's name is not. */
static unsigned long long object_of(const PGresult *result, const char *sql)
{
	const char *const context = PQresultErrorField(result, PG_DIAG_CONTEXT);
	const size_t name = name_length(sql);
	if (context == NULL || strncmp(context, copy_word, COPY_WORD) != 0 || strlen(context) <= COPY_WORD + name)
		return 0;
	const char *const behind = context + COPY_WORD + name;
	const size_t words = strcspn(behind, "0123456789\n");
	return *behind == ',' && behind[words] >= '0' && behind[words] <= '9' ? strtoull(behind + words, NULL, 10) : 0;
}

static void take_failure(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	cq__pg_rows *const rows = &connection->rows;
	if (rows->failure == CQ_OK && (rows->step == STEP_COPY || rows->step == STEP_LAST) && is_refused(result)) {
		rows->step = STEP_REFUSED;
		return;
	}
	if (rows->failure != CQ_OK) {
		/* The server only says that it was told to stop. */
		item->failed = true;
		item->status = rows->failure;
		(void)cq__error_move(item->error, &rows->error);
		return;
	}
	cq__pg_take_result(connection, item, tag, result);
	const unsigned long long object = item->request != NULL ? object_of(result, item->request->text->sql) : 0;
	if (object != 0)
		cq__pg_name_object(item->error, (size_t)object - 1);
}

static void take_copy(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	switch (PQresultStatus(result)) {
	case PGRES_COPY_IN:
		item->copying = true;
		item->wants_write = true;
		break;
	case PGRES_FATAL_ERROR:
		take_failure(connection, item, tag, result);
		break;
	default:
		cq__pg_take_result(connection, item, tag, result);
		break;
	}
}

const cq__pg_kind cq__pg_kind_copy = {
	.send = send_copy,
	.result = take_copy,
	.answered = copy_answered,
	.ready = feed,
	.simple = true,
};
