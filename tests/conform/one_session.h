/* tests/conform/one_session.h: an engine and a session for one test, what they sent, and what the test demands of its calls.
 *
 * It knows no models: a header that has them includes this one and opens it with their tables. Each test gets a fresh database of
 * the kind that the run is about.
 */
#ifndef CQ_TEST_ONE_SESSION_H
#define CQ_TEST_ONE_SESSION_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/database.h"

#include <cquel/define.h>
#include <cquel/execute.h>
#include <cquel/schema.h>
#include <cquel/session.h>
#include <cquel/transaction.h>
#include <cquel/words.h>

static cq_engine *engine;
static cq_session *session;

/* ---- what was sent ------------------------------------------------------------------------------------------------- */

enum { MOST_SENT = 256, LONGEST_SENT = 2000, LONGEST_TOLD = 8192 };
static char sent_texts[MOST_SENT][LONGEST_SENT]; /* of the first ones */
static char told_text[LONGEST_TOLD];
static size_t told_length;
static unsigned sent_count;

static void note_sent(void *user, const cq_log_record *record)
{
	(void)user;
	char verb[16] = "", table[64] = "";
	if (record->level != CQ_LOG_STATEMENT)
		return;
	if (sent_count < MOST_SENT)
		(void)snprintf(sent_texts[sent_count], LONGEST_SENT, "%s", record->sql);
	sent_count++;
	if (told_length > LONGEST_TOLD - 128)
		return;
	(void)sscanf(record->sql, "%15s", verb);
	const char *const name = strchr(record->sql, '"');
	const bool writes = strcmp(verb, "INSERT") == 0 || strcmp(verb, "UPDATE") == 0 || strcmp(verb, "DELETE") == 0;
	if (writes && name != NULL)
		(void)sscanf(name, "\"%63[^\"]", table);
	const char *const separator = told_length == 0 ? "" : "; ";
	told_length += (size_t)(writes
		? snprintf(told_text + told_length, LONGEST_TOLD - told_length, "%s%s %s %lld", separator, verb, table, (long long)record->rows)
		: snprintf(told_text + told_length, LONGEST_TOLD - told_length, "%s%s", separator, verb));
}

static inline void forget_sent(void)
{
	sent_count = 0;
	told_length = 0;
	told_text[0] = '\0';
}

/* How many statements there were; then they are forgotten. */
static inline unsigned sent(void)
{
	const unsigned count = sent_count;
	forget_sent();
	return count;
}

/* "BEGIN; INSERT users 2; UPDATE posts 1; COMMIT": each statement's verb, and what was written; then that is forgotten. */
static inline const char *told_sent(void)
{
	static char text[LONGEST_TOLD];
	memcpy(text, told_text, sizeof text);
	forget_sent();
	return text;
}

#define assert_sent(text) assert_string_equal(told_sent(), (text))

/* The text of the only statement with that verb. */
static inline const char *sent_text(const char *verb)
{
	const char *found = NULL;
	assert_true(sent_count <= MOST_SENT);
	for (unsigned i = 0; i < sent_count; i++) {
		if (strncmp(sent_texts[i], verb, strlen(verb)) != 0)
			continue;
		assert_null(found);
		found = sent_texts[i];
	}
	assert_non_null(found);
	return found;
}

/* ---- what is demanded ---------------------------------------------------------------------------------------------- */

#define MUST(call) must((call), __LINE__)

static inline void must(cq_status status, int line)
{
	if (status != CQ_OK)
		fail_msg("line %d: %s: %s [%s]", line, cq_status_name(status), cq_session_error(session)->message, cq_session_error(session)->sql);
}

/* Fails with that status, and says these words. */
#define REFUSED(call, status, ...) refused((call), (status), (const char *const[]){ __VA_ARGS__, NULL }, __LINE__)

static inline void refused(cq_status status, cq_status wanted, const char *const *words, int line)
{
	if (status != wanted)
		fail_msg("line %d: %s and not %s: %s", line, cq_status_name(status), cq_status_name(wanted), cq_session_error(session)->message);
	for (; *words != NULL; words++)
		if (strstr(cq_session_error(session)->message, *words) == NULL)
			fail_msg("line %d: \"%s\" does not say \"%s\"", line, cq_session_error(session)->message, *words);
}

/* ---- past the session ---------------------------------------------------------------------------------------------- */

/* A number that a connection of its own reads. */
static inline int64_t seen(cq_statement statement)
{
	cq_connection *db;
	int64_t number = -1;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	if (cq_scalar(db, &number, statement) != CQ_OK)
		fail_msg("%s", cq_last_error(db)->message);
	cq_disconnect(&db);
	forget_sent();
	return number;
}

/* text: a literal. */
#define SEEN(text) seen(STATEMENT(RAW_SQL(text)))

/* Somebody else does something. */
static inline void elsewhere(cq_statement statement)
{
	cq_connection *db;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	if (cq_execute(db, NULL, statement) != CQ_OK)
		fail_msg("%s", cq_last_error(db)->message);
	cq_disconnect(&db);
	forget_sent();
}

/* text: a literal. */
#define ELSEWHERE(text) elsewhere(STATEMENT(RAW_SQL(text)))

/* ---- opening and closing ------------------------------------------------------------------------------------------- */

/* Ends the session, and begins another one. */
static inline void session_with(const cq_session_options *options)
{
	cq_session_close(&session);
	if (cq_session_open(engine, options, &session) != CQ_OK)
		fail_msg("no session");
	forget_sent();
}

static inline void session_again(void)
{
	session_with(NULL);
}

static inline int one_session_open(const cq_table *const *tables, size_t count)
{
	char message[CQ_ERROR_TEXT];
	cq_connection *db;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = note_sent;
	options.log_level = CQ_LOG_STATEMENT;
	if (cq_engine_open(&engine, database_create_shared(), &options, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	if (cq_create_all(db, tables, count) != CQ_OK)
		fail_msg("%s [%s]", cq_last_error(db)->message, cq_last_error(db)->sql);
	cq_disconnect(&db);
	session_again();
	return 0;
}

static inline int one_session_close(void **state)
{
	(void)state;
	cq_session_close(&session);
	cq_engine_close(&engine);
	database_drop();
	return 0;
}

#endif
