/* tests/conform/helpers.h: the models of the tests of hooks, soft deletion, upserts and CQ_CRUD, a session over them, and the
 * statements that it sent.
 *
 * It knows nothing of what is tested. Each test gets a fresh database of the kind that the run is about.
 */
#ifndef CQ_TEST_HELPERS_H
#define CQ_TEST_HELPERS_H

#include "one_session.h"

#include <cquel.h>
#include <cquel/upsert.h>

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

/* A number that another connection reads, of clauses. */
#undef SEEN
#define SEEN(...) seen(STATEMENT(SQL(__VA_ARGS__)))

static inline int helpers_open(void **state)
{
	(void)state;
	return one_session_open((const cq_table *const[]){ CQ_TABLE(people), CQ_TABLE(posts), CQ_TABLE(comments), CQ_TABLE(seats) }, 4);
}

static inline Person *add_person(const char *name)
{
	Person *person;
	MUST(cq_add_new(session, Person, &person, .username = name));
	return person;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, helpers_open, one_session_close)

#endif
