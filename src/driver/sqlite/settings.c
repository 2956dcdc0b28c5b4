/* driver/sqlite/settings.c: the settings of a handle: what cquel wants of every database, then what the URL says.
 *
 * It knows nothing of URLs. connection.c calls it once for each handle.
 */
#include "base/text.h"
#include "driver/sqlite/sqlite.h"

#include <stdio.h>
#include <string.h>

/* The page cache in KiB (a negative number says KiB to SQLite): its own 2 MiB are too few for most working sets. */
#define CACHE_SIZE "-32768"

/* The value of a setting, or NULL. The last one counts. */
static const char *setting(const cq__open_options *options, const char *name)
{
	const char *value = NULL;
	for (const char *const *pair = options->settings; pair != NULL && pair[0] != NULL; pair += 2)
		if (cq__text_equal_ascii(pair[0], name))
			value = pair[1];
	return value;
}

/* A pragma's operand cannot be a parameter, so nothing but a word or a number may become one. */
static bool is_word(const char *text)
{
	if (text == NULL || text[0] == '\0')
		return false;
	for (const char *at = text; *at != '\0'; at++) {
		const char c = *at;
		const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
			(c == '-' && at == text);
		if (!fits)
			return false;
	}
	return true;
}

/* Runs PRAGMA name = value; the first column of the answer's first row into `answer` ("" when there is none). */
static cq_status pragma(cq__connection *connection, const char *name, const char *value, char answer[32],
	cq__error *error)
{
	answer[0] = '\0';
	if (!is_word(name) || (value != NULL && !is_word(value)))
		return cq__error_set(error, CQ_MISUSE, "the setting %s cannot have the value \"%s\"", name,
			value != NULL ? value : "");
	char text[256];
	const int length = snprintf(text, sizeof text, "PRAGMA %s%s%s", name, value != NULL ? " = " : "",
		value != NULL ? value : "");
	if (length < 0 || (size_t)length >= sizeof text)
		return cq__error_set(error, CQ_TOO_LARGE, "the setting %s is too long", name);
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(connection->handle, text, length, &statement, NULL);
	if (code == SQLITE_OK) {
		code = sqlite3_step(statement);
		if (code == SQLITE_ROW) {
			const char *const given = (const char *)sqlite3_column_text(statement, 0);
			(void)cq__text_copy(answer, 32, given != NULL ? given : "");
		}
		code = code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
	}
	const cq_status status = code == SQLITE_OK ? CQ_OK :
		cq__sqlite_handle_failed(connection->handle, error, code, false);
	(void)sqlite3_finalize(statement);
	return status;
}

static cq_status set(cq__connection *connection, const cq__open_options *options, const char *name,
	const char *otherwise, cq__error *error)
{
	const char *const asked = setting(options, name);
	char answer[32];
	return pragma(connection, name, asked != NULL ? asked : otherwise, answer, error);
}

/* The journal's mode decides what is safe: in WAL mode NORMAL loses no consistency, only the last commits at a power
 * failure; with a rollback journal it could lose the file. */
static cq_status set_journal(cq__connection *connection, const cq__open_options *options, cq__error *error)
{
	char mode[32];
	if (options->read_only)
		/* Nothing can be set; but a file that is no database is found now rather than at the first statement. */
		return pragma(connection, "schema_version", NULL, mode, error);
	const char *const asked = setting(options, "journal_mode");
	CQ_TRY(pragma(connection, "journal_mode", asked != NULL ? asked : "wal", mode, error));
	const bool wal = cq__text_equal_ascii(mode, "wal");
	return set(connection, options, "synchronous", wal ? "normal" : "full", error);
}

cq_status cq__sqlite_apply_settings(cq__connection *connection, const cq__open_options *options, cq__error *error)
{
	/* A misspelt identifier in double quotes must be an error, not a text. */
	(void)sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	(void)sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	CQ_TRY(set(connection, options, "foreign_keys", "on", error));
	CQ_TRY(set(connection, options, "cache_size", CACHE_SIZE, error));
	CQ_TRY(set(connection, options, "case_sensitive_like", "on", error));
	CQ_TRY(set_journal(connection, options, error));

	static const char *const handled[] = { "foreign_keys", "cache_size", "case_sensitive_like", "journal_mode",
		"synchronous" };
	for (const char *const *pair = options->settings; pair != NULL && pair[0] != NULL; pair += 2) {
		bool done = false;
		for (size_t i = 0; i < sizeof handled / sizeof *handled; i++)
			done = done || cq__text_equal_ascii(pair[0], handled[i]);
		char answer[32];
		if (!done)
			CQ_TRY(pragma(connection, pair[0], pair[1], answer, error));
	}
	return CQ_OK;
}
