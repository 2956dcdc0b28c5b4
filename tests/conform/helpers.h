/* tests/conform/helpers.h: the models of the tests of hooks, soft deletion, upserts and CQ_CRUD, a session over them, and the
 * statements that it sent.
 *
 * It knows nothing of what is tested. Each test gets a fresh database of the kind that the run is about.
 */
#ifndef CQ_TEST_HELPERS_H
#define CQ_TEST_HELPERS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/database.h"

#include <cquel.h>
#include <cquel/session.h>
#include <cquel/upsert.h>

#include <cquel/words.h>

#define people_COLUMNS(COLUMN)                                                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                              \
	COLUMN(username, VARCHAR(20), UNIQUE)                                        \
	COLUMN(bio, NULLABLE(TEXT))                                                  \
	COLUMN(is_active, BOOLEAN, DEFAULT(true))                                    \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)
#define people_RELATIONS(RELATION)                                               \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author), CASCADE(ALL), ORDERED_BY(id))
#define posts_COLUMNS(COLUMN)                                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                              \
	COLUMN(author_id, BIGINT, REFERENCES(people, id), INDEXED)                   \
	COLUMN(title, VARCHAR(50))                                                   \
	COLUMN(version, INTEGER, VERSION)                                            \
	CQ_SOFT_DELETE(COLUMN)
#define posts_RELATIONS(RELATION)                                                \
	RELATION(author, BELONGS_TO(Person, author_id), BACK(posts))                 \
	RELATION(comments, HAS_MANY(Comment, post_id), BACK(post), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY(id))
#define comments_COLUMNS(COLUMN)                                                 \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                              \
	COLUMN(post_id, BIGINT, REFERENCES(posts, id), INDEXED)                      \
	COLUMN(body, TEXT)                                                           \
	CQ_SOFT_DELETE(COLUMN)
#define comments_RELATIONS(RELATION)                                             \
	RELATION(post, BELONGS_TO(Post, post_id), BACK(comments))
/* A key of two columns. */
#define seats_COLUMNS(COLUMN)                                                    \
	COLUMN(room, VARCHAR(10), PRIMARY_KEY)                                       \
	COLUMN(number, INTEGER, PRIMARY_KEY)                                         \
	COLUMN(guest, NULLABLE(VARCHAR(20)))                                         \
	COLUMN(label, TEXT, GENERATED("room || ' seat'"))

CQ_MODEL(Person, people)
CQ_MODEL(Post, posts)
CQ_MODEL(Comment, comments)
CQ_MODEL(Seat, seats)
CQ_RELATIONS(people, posts, comments)

static cq_engine *engine;
static cq_session *session;

/* ---- what was sent ------------------------------------------------------------------------------------------------------ */

static unsigned sent_count;
static char last_sent[2000];

static void note_sent(void *user, const cq_log_record *record)
{
	(void)user;
	if (record->level != CQ_LOG_STATEMENT)
		return;
	sent_count++;
	(void)snprintf(last_sent, sizeof last_sent, "%s", record->sql);
}

/* Statements since the last time this was asked. */
static inline unsigned sent(void)
{
	const unsigned count = sent_count;
	sent_count = 0;
	return count;
}

/* ---- the session -------------------------------------------------------------------------------------------------------- */

#define MUST(call) must((call), __LINE__)

static inline void must(cq_status status, int line)
{
	if (status != CQ_OK)
		fail_msg("line %d: %s: %s [%s]", line, cq_status_name(status), cq_session_error(session)->message, cq_session_error(session)->sql);
}

#define REFUSED(call, status, words) refused((call), (status), (words), __LINE__)

static inline void refused(cq_status status, cq_status wanted, const char *words, int line)
{
	const char *const said = cq_session_error(session)->message;
	if (status != wanted || strstr(said, words) == NULL)
		fail_msg("line %d: %s and not %s, \"%s\": %s", line, cq_status_name(status), cq_status_name(wanted), words, said);
}

static inline void create_tables(void)
{
	const cq_table *const tables[] = { CQ_TABLE(people), CQ_TABLE(posts), CQ_TABLE(comments), CQ_TABLE(seats) };
	cq_connection *db;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	if (cq_create_all(db, tables, 4) != CQ_OK)
		fail_msg("%s [%s]", cq_last_error(db)->message, cq_last_error(db)->sql);
	cq_disconnect(&db);
}

static inline int open_engine(void **state)
{
	(void)state;
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = note_sent;
	options.log_level = CQ_LOG_STATEMENT;
	if (cq_engine_open(&engine, database_create_shared(), &options, message) != CQ_OK)
		fail_msg("%s", message);
	create_tables();
	return 0;
}

static inline void open_session(const cq_session_options *options)
{
	cq_session_close(&session);
	assert_int_equal(cq_session_open(engine, options, &session), CQ_OK);
	(void)sent();
}

static inline int helpers_open(void **state)
{
	(void)open_engine(state);
	open_session(NULL);
	return 0;
}

static inline int helpers_close(void **state)
{
	(void)state;
	cq_session_close(&session);
	cq_engine_close(&engine);
	database_drop();
	return 0;
}

/* A number that another connection reads. */
static inline int64_t seen(cq_statement statement)
{
	cq_connection *db;
	int64_t count = -1;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	if (cq_scalar(db, &count, statement) != CQ_OK)
		fail_msg("%s", cq_last_error(db)->message);
	cq_disconnect(&db);
	(void)sent();
	return count;
}
#define SEEN(...) seen(STATEMENT(SQL(__VA_ARGS__)))

static inline Person *add_person(const char *name)
{
	Person *person;
	MUST(cq_add_new(session, Person, &person, .username = name));
	return person;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, helpers_open, helpers_close)

#endif
