/* tests/conform/shop.h: the models and the database that the tests of the executors share.
 *
 * It knows nothing of what is tested. Each test gets a fresh database of the kind that the run is about.
 */
#ifndef CQ_TEST_SHOP_H
#define CQ_TEST_SHOP_H

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
#include <cquel/transaction.h>
#include <cquel/words.h>

#define users_COLUMNS(COLUMN)                      \
	COLUMN(id, BIGINT, PRIMARY_KEY)                \
	COLUMN(username, VARCHAR(20), UNIQUE)          \
	COLUMN(bio, NULLABLE(TEXT))                    \
	COLUMN(age, NULLABLE(SMALLINT))                \
	COLUMN(balance, DECIMAL(10, 2))                \
	COLUMN(is_active, BOOLEAN, DEFAULT(true))      \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)
#define posts_COLUMNS(COLUMN)                                                      \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                                \
	COLUMN(author_id, BIGINT, REFERENCES(users, id), ON_DELETE(CASCADE), INDEXED)  \
	COLUMN(title, VARCHAR(200))
#define notes_COLUMNS(COLUMN)            \
	COLUMN(id, BIGINT, PRIMARY_KEY)      \
	COLUMN(body, TEXT)

CQ_MODEL(User, users)
CQ_MODEL(Post, posts)
CQ_MODEL(Note, notes)

typedef struct shop {
	cq_engine *engine;
	cq_connection *db;
} shop;

#define MUST(call) must((call), db, __LINE__)

static inline void must(cq_status status, cq_connection *db, int line)
{
	if (status != CQ_OK)
		fail_msg("line %d: %s: %s [%s]", line, cq_status_name(status), cq_last_error(db)->message, cq_last_error(db)->sql);
}

static inline void shop_create(cq_connection *db)
{
	const cq_table *const tables[] = { cq_target_Post.target.descriptor, cq_target_User.target.descriptor,
		cq_target_Note.target.descriptor };
	MUST(cq_create_all(db, tables, 3));
}

static inline int shop_open_with(void **state, const char *url, const cq_engine_options *options)
{
	static shop opened;
	char message[CQ_ERROR_TEXT];
	if (cq_engine_open(&opened.engine, url, options, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect(opened.engine, &opened.db), CQ_OK);
	shop_create(opened.db);
	*state = &opened;
	return 0;
}

static inline int shop_open(void **state)
{
	return shop_open_with(state, database_create(), NULL);
}

/* On a database that several connections see. */
static inline int shop_open_shared(void **state)
{
	return shop_open_with(state, database_create_shared(), NULL);
}

static inline int shop_close(void **state)
{
	shop *const opened = *state;
	cq_engine_close(&opened->engine);
	database_drop();
	return 0;
}

static inline bool is_postgres(void)
{
	return database_kind() == CLIENT_POSTGRES;
}

static inline void add_user(cq_connection *db, const char *name)
{
	User user = CQ_NEW(User, .username = name);
	MUST(cq_insert(db, User, &user));
}

static inline int64_t count_users(cq_connection *db)
{
	int64_t count = -1;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))));
	return count;
}

static inline int64_t count_notes(cq_connection *db)
{
	int64_t count = -1;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	return count;
}

/* Counts so long that only a cancellation or a deadline ends it. */
#define ENDLESS_COUNT \
	RAW_SQL("WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 4000000000) SELECT COUNT(*) FROM n")

/* Turns the loop until what is ready has run. */
static inline void settle(cq_engine *engine)
{
	for (int i = 0; i < 3; i++)
		assert_int_equal(cq_engine_drive(engine, 0), CQ_OK);
}

#endif
