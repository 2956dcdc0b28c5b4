/* session_kit.h: a session over a database in memory, and models of many kinds, for the unit tests of what stands inside.
 */
#ifndef CQ_TEST_SESSION_KIT_H
#define CQ_TEST_SESSION_KIT_H

#include "base/alloc.h"
#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/identity.h"
#include "session/journal.h"
#include "session/model.h"
#include "session/object.h"
#include "session/read.h"
#include "session/snapshot.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <cquel/define.h>
#include <cquel/driver/sqlite.h>
#include <cquel/schema.h>

#define Mood_VALUES(VALUE) VALUE(CALM) VALUE(ANGRY)
CQ_ENUM(Mood)

#define users_COLUMNS(COLUMN)                \
	COLUMN(id, BIGINT, PRIMARY_KEY)          \
	COLUMN(name, VARCHAR(20), UNIQUE)        \
	COLUMN(bio, NULLABLE(TEXT))              \
	COLUMN(photo, NULLABLE(BYTES))           \
	COLUMN(age, NULLABLE(SMALLINT))          \
	COLUMN(price, DECIMAL(10, 2))            \
	COLUMN(rate, DOUBLE)                     \
	COLUMN(mood, ENUM(Mood))                 \
	COLUMN(token, UUID)                      \
	COLUMN(active, BOOLEAN)
#define users_RELATIONS(RELATION)            \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY(id))
#define posts_COLUMNS(COLUMN)                \
	COLUMN(id, BIGINT, PRIMARY_KEY)          \
	COLUMN(author_id, INTEGER, REFERENCES(users, id)) \
	COLUMN(title, TEXT)
#define posts_RELATIONS(RELATION)            \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts)) \
	RELATION(tags, MANY_TO_MANY(Tag, post_tags, post_id, tag_id), BACK(posts))
#define tags_COLUMNS(COLUMN)                 \
	COLUMN(id, BIGINT, PRIMARY_KEY)          \
	COLUMN(name, VARCHAR(20))
#define tags_RELATIONS(RELATION)             \
	RELATION(posts, MANY_TO_MANY(Post, post_tags, tag_id, post_id), BACK(tags))
#define post_tags_COLUMNS(COLUMN)            \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id)) \
	COLUMN(tag_id, BIGINT, PRIMARY_KEY, REFERENCES(tags, id))
#define seats_COLUMNS(COLUMN)                \
	COLUMN(row, INTEGER, PRIMARY_KEY)        \
	COLUMN(place, VARCHAR(4), PRIMARY_KEY)   \
	COLUMN(taken, NULLABLE(TIMESTAMP), SOFT_DELETE) \
	COLUMN(changes, INTEGER, VERSION)        \
	COLUMN(letter, CHAR(1))
#define seats_OPTIONS(OPTION)                \
	OPTION(UNIQUE(row, letter))
#define logs_COLUMNS(COLUMN) COLUMN(line, TEXT)
CQ_MODEL(User, users)
CQ_MODEL(Post, posts)
CQ_MODEL(Tag, tags)
CQ_MODEL(PostTag, post_tags)
CQ_MODEL(Seat, seats)
CQ_MODEL(Log, logs)

#define MUST(call) assert_int_equal((call), CQ_OK)

static cq_engine *engine;
static cq_session *session;

static int kit_begin(void **state)
{
	char message[CQ_ERROR_TEXT];
	(void)state;
	if (cq_engine_open(&engine, "sqlite://", NULL, message) != CQ_OK)
		fail_msg("%s", message);
	MUST(cq_session_open(engine, NULL, &session));
	return 0;
}

static int kit_end(void **state)
{
	(void)state;
	cq__alloc_fail_from(0);
	cq__alloc_fail_after(0);
	cq_session_close(&session);
	cq_engine_close(&engine);
	return 0;
}

__attribute__((unused)) static cq__model *model_of(const cq_table *table)
{
	cq__model *model;
	MUST(cq__model_find(session, table, &model));
	return model;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_begin, kit_end)

#endif
