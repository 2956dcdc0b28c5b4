/* driver/postgres/errors.c: what the server and libpq say when something fails, as a status and as the names in it.
 *
 * It knows nothing of requests but where their error goes. Every other file of the driver calls it. First it is asked whether
 * the connection still stands, then the SQLSTATE; no text is ever compared, for servers speak many languages.
 */
#include "driver/postgres/postgres.h"

#include <string.h>

typedef struct state {
	const char *code; /* five characters, or the two of a class */
	cq_status status;
} state;

/* The whole codes before their classes. */
static const state states[] = {
	{ "08", CQ_CONNECTION },
	{ "0A", CQ_UNSUPPORTED },
	{ "22001", CQ_TOO_LARGE },    /* a text is too long for its column */
	{ "22003", CQ_OUT_OF_RANGE },
	{ "22004", CQ_NULL_VALUE },
	{ "22008", CQ_OUT_OF_RANGE }, /* a date or time */
	{ "22021", CQ_BAD_TEXT },     /* bytes that are no UTF-8 */
	{ "22P02", CQ_WRONG_TYPE },
	{ "22P03", CQ_WRONG_TYPE },
	{ "22P05", CQ_BAD_TEXT },
	{ "23502", CQ_NOT_NULL },
	{ "23503", CQ_FOREIGN_KEY },
	{ "23505", CQ_UNIQUE },
	{ "23514", CQ_CHECK },
	{ "23", CQ_INTEGRITY },
	{ "25006", CQ_READ_ONLY },
	{ "28", CQ_DENIED },
	{ "3D", CQ_CONNECTION },      /* there is no such database */
	{ "40001", CQ_SERIALIZATION },
	{ "40002", CQ_INTEGRITY },
	{ "40P01", CQ_DEADLOCK },
	{ "42501", CQ_DENIED },
	{ "42P05", CQ_DATABASE },     /* a prepared statement of that name is there already */
	{ "42", CQ_SYNTAX },
	{ "44", CQ_CHECK },           /* WITH CHECK OPTION */
	{ "53100", CQ_FULL },
	{ "53300", CQ_CONNECTION },   /* too many connections */
	{ "53400", CQ_FULL },
	{ "54", CQ_TOO_LARGE },
	{ "55P03", CQ_BUSY },
	{ "57014", CQ_CANCELLED },
	{ "57P", CQ_CONNECTION },
	{ "58", CQ_IO },
	{ "XX001", CQ_CORRUPT },
	{ "XX002", CQ_CORRUPT },
};

cq_status cq__pg_status_of(const char *sqlstate)
{
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (strncmp(states[i].code, sqlstate, strlen(states[i].code)) == 0)
			return states[i].status;
	return CQ_DATABASE;
}

static const char *field(const PGresult *result, int code)
{
	const char *const text = PQresultErrorField(result, code);
	return text != NULL ? text : "";
}

bool cq__pg_is_fatal(const PGresult *result)
{
	const char *const severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
	return strcmp(severity, "FATAL") == 0 || strcmp(severity, "PANIC") == 0;
}

bool cq__pg_is_stale(const PGresult *result)
{
	const char *const code = field(result, PG_DIAG_SQLSTATE);
	if (strcmp(code, "26000") == 0 || strcmp(code, "42P05") == 0)
		return true;
	return strcmp(code, "0A000") == 0 && strcmp(field(result, PG_DIAG_SOURCE_FUNCTION), "RevalidateCachedQuery") == 0;
}

/* The sentence, what it is about, where in the text and what to do: as much as the server tells, on one line. */
static cq_status tell(cq__connection *connection, const PGresult *result, cq__error *error, cq_status status)
{
	const char *const primary = field(result, PG_DIAG_MESSAGE_PRIMARY);
	char buffer[1024];
	if (*primary == '\0')
		return cq__error_set(error, status, "%s",
			cq__pg_message(connection, PQresultErrorMessage(result), buffer, sizeof buffer));
	const char *const detail = field(result, PG_DIAG_MESSAGE_DETAIL);
	const char *const hint = field(result, PG_DIAG_MESSAGE_HINT);
	const char *const position = field(result, PG_DIAG_STATEMENT_POSITION);
	return cq__error_set(error, status, "%s%s%s%s%s%s%s", primary, *position != '\0' ? ", at character " : "", position,
		*detail != '\0' ? "; " : "", detail, *hint != '\0' ? "; " : "", hint);
}

cq_status cq__pg_result_failed(cq__connection *connection, const PGresult *result, cq__error *error)
{
	const char *const code = field(result, PG_DIAG_SQLSTATE);
	cq_status status;
	if (PQstatus(connection->handle) == CONNECTION_BAD || cq__pg_is_fatal(result))
		status = CQ_CONNECTION;
	else
		status = *code != '\0' ? cq__pg_status_of(code) : CQ_DATABASE;
	status = tell(connection, result, error, status);
	if (error == NULL)
		return status;
	if (*code != '\0')
		cq__error_set_sqlstate(error, code);
	cq__error_set_constraint(error, PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME));
	cq__error_set_table(error, PQresultErrorField(result, PG_DIAG_TABLE_NAME));
	cq__error_set_column(error, PQresultErrorField(result, PG_DIAG_COLUMN_NAME));
	return status;
}

cq_status cq__pg_call_failed(cq__connection *connection, cq__error *error)
{
	char buffer[1024];
	const bool lost = PQstatus(connection->handle) == CONNECTION_BAD;
	const char *const text = cq__pg_message(connection, PQerrorMessage(connection->handle), buffer, sizeof buffer);
	if (*text == '\0')
		return cq__error_set(error, lost ? CQ_CONNECTION : CQ_DATABASE, NULL);
	return cq__error_set(error, lost ? CQ_CONNECTION : CQ_DATABASE, "%s", text);
}

void cq__pg_notice(void *user, const PGresult *result)
{
	const cq__connection *const connection = user;
	const char *const severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
	const cq_log_level level = strcmp(severity, "WARNING") == 0 ? CQ_LOG_WARNING : CQ_LOG_TRACE;
	if (!cq__log_wants(&connection->log, level))
		return;
	const char *const detail = field(result, PG_DIAG_MESSAGE_DETAIL);
	cq__log_message(&connection->log, level, "%s of the server: %s%s%s", severity, field(result, PG_DIAG_MESSAGE_PRIMARY),
		*detail != '\0' ? "; " : "", detail);
}
