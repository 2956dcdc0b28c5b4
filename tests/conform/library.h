/* tests/conform/library.h: models with relations of every kind, their database, and a count of what is sent to it: what the tests of
 * loading share.
 *
 * It knows nothing of what is tested. Each test gets a fresh database of the kind that the run is about.
 */
#ifndef CQ_TEST_LIBRARY_H
#define CQ_TEST_LIBRARY_H

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
#include <cquel/schema.h>
#include <cquel/session.h>
#include <cquel/words.h>

#define users_COLUMNS(COLUMN)                                  \
	COLUMN(id, BIGINT, PRIMARY_KEY)                            \
	COLUMN(name, VARCHAR(40))                                  \
	COLUMN(bio, NULLABLE(TEXT))                                \
	COLUMN(mentor_id, NULLABLE(BIGINT), REFERENCES(users, id))
#define users_RELATIONS(RELATION)                                              \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author), ORDERED_BY(id))   \
	RELATION(profile, HAS_ONE(Profile, user_id), BACK(user))                   \
	RELATION(mentor, BELONGS_TO(User, mentor_id), BACK(mentees))               \
	RELATION(mentees, HAS_MANY(User, mentor_id), BACK(mentor), ORDERED_BY(id)) \
	RELATION(drafts, HAS_MANY(Post, author_id), WRITE_ONLY)
#define profiles_COLUMNS(COLUMN)                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)                       \
	COLUMN(user_id, BIGINT, UNIQUE, REFERENCES(users, id)) \
	COLUMN(motto, VARCHAR(40))
#define profiles_RELATIONS(RELATION) RELATION(user, BELONGS_TO(User, user_id), BACK(profile))
#define posts_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)                       \
	COLUMN(author_id, BIGINT, REFERENCES(users, id), INDEXED) \
	COLUMN(title, VARCHAR(40))                            \
	COLUMN(is_public, BOOLEAN)
#define posts_RELATIONS(RELATION)                                                             \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts))                                \
	RELATION(tags, MANY_TO_MANY(Tag, post_tags, post_id, tag_id), BACK(posts), ORDERED_BY(id)) \
	RELATION(comments, HAS_MANY(Comment, post_id), BACK(post), ORDERED_BY_DESC(id))
#define tags_COLUMNS(COLUMN)            \
	COLUMN(id, INTEGER, PRIMARY_KEY)    \
	COLUMN(name, VARCHAR(20))
#define tags_RELATIONS(RELATION) RELATION(posts, MANY_TO_MANY(Post, post_tags, tag_id, post_id), BACK(tags))
#define post_tags_COLUMNS(COLUMN)                                    \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id))      \
	COLUMN(tag_id, INTEGER, PRIMARY_KEY, REFERENCES(tags, id))
#define comments_COLUMNS(COLUMN)                            \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(post_id, BIGINT, REFERENCES(posts, id), INDEXED) \
	COLUMN(body, VARCHAR(40))                               \
	CQ_SOFT_DELETE(COLUMN)
#define comments_RELATIONS(RELATION) RELATION(post, BELONGS_TO(Post, post_id), BACK(comments))
/* Keys of two columns, of texts, of bytes. */
#define albums_COLUMNS(COLUMN)              \
	COLUMN(artist, VARCHAR(20), PRIMARY_KEY) \
	COLUMN(number, INTEGER, PRIMARY_KEY)    \
	COLUMN(title, VARCHAR(40))
#define albums_RELATIONS(RELATION) RELATION(tracks, HAS_MANY(Track, artist, number), BACK(album), ORDERED_BY(id))
#define tracks_COLUMNS(COLUMN)             \
	COLUMN(id, BIGINT, PRIMARY_KEY)        \
	COLUMN(artist, NULLABLE(VARCHAR(20)))  \
	COLUMN(number, NULLABLE(INTEGER))      \
	COLUMN(title, VARCHAR(40))
#define tracks_RELATIONS(RELATION) RELATION(album, BELONGS_TO(Album, artist, number), BACK(tracks))
#define countries_COLUMNS(COLUMN)           \
	COLUMN(code, VARCHAR(2), PRIMARY_KEY)   \
	COLUMN(name, VARCHAR(40))
#define countries_RELATIONS(RELATION) RELATION(cities, HAS_MANY(City, country), BACK(state), ORDERED_BY(id))
#define cities_COLUMNS(COLUMN)                                              \
	COLUMN(id, UUID, PRIMARY_KEY)                                           \
	COLUMN(country, NULLABLE(VARCHAR(2)), REFERENCES(countries, code))      \
	COLUMN(twin, NULLABLE(UUID))
#define cities_RELATIONS(RELATION)                            \
	RELATION(state, BELONGS_TO(Country, country), BACK(cities)) \
	RELATION(sister, BELONGS_TO(City, twin))
/* Loaded by themselves. */
#define shelves_COLUMNS(COLUMN)         \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(label, VARCHAR(20))
#define shelves_RELATIONS(RELATION) RELATION(books, HAS_MANY(Book, shelf_id), BACK(shelf), ORDERED_BY(id), LOADED(SELECTIN))
#define books_COLUMNS(COLUMN)                                  \
	COLUMN(id, BIGINT, PRIMARY_KEY)                            \
	COLUMN(shelf_id, BIGINT, REFERENCES(shelves, id))          \
	COLUMN(publisher_id, NULLABLE(BIGINT), REFERENCES(publishers, id)) \
	COLUMN(title, VARCHAR(40))
#define books_RELATIONS(RELATION)                                             \
	RELATION(shelf, BELONGS_TO(Shelf, shelf_id), BACK(books), LOADED(SELECTIN)) \
	RELATION(publisher, BELONGS_TO(Publisher, publisher_id), LOADED(JOINED))
#define publishers_COLUMNS(COLUMN)      \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(name, VARCHAR(40))
#define nodes_COLUMNS(COLUMN)                                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                    \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(nodes, id), INDEXED)
#define nodes_RELATIONS(RELATION)                                                                   \
	RELATION(parent, BELONGS_TO(Node, parent_id), BACK(children))                                   \
	RELATION(children, HAS_MANY(Node, parent_id), BACK(parent), ORDERED_BY(id), LOADED(SELECTIN))

CQ_MODEL(User, users)
CQ_MODEL(Profile, profiles)
CQ_MODEL(Post, posts)
CQ_MODEL(Tag, tags)
CQ_ASSOCIATION(post_tags)
CQ_MODEL(Comment, comments)
CQ_MODEL(Album, albums)
CQ_MODEL(Track, tracks)
CQ_MODEL(Country, countries)
CQ_MODEL(City, cities)
CQ_MODEL(Shelf, shelves)
CQ_MODEL(Publisher, publishers)
CQ_MODEL(Book, books)
CQ_MODEL(Node, nodes)
CQ_RELATIONS(users, profiles, posts, tags, comments, albums, tracks, countries, cities, shelves, books, nodes)

enum { LIBRARY_STATEMENTS = 64, LIBRARY_TEXT = 2000 };

typedef struct library {
	cq_engine *engine;
	cq_connection *db;      /* past the session */
	cq_session *session;
	size_t sent;            /* statements since library_listen */
	char texts[LIBRARY_STATEMENTS][LIBRARY_TEXT];
	char parameters[LIBRARY_STATEMENTS][LIBRARY_TEXT];
} library;

static library opened;

#define MUST(call) must((call), __LINE__)

static inline void must(cq_status status, int line)
{
	if (status == CQ_OK)
		return;
	const cq_error *const told = cq_session_error(opened.session), *const other = cq_last_error(opened.db);
	fail_msg("line %d: %s: %s [%s] / %s [%s]", line, cq_status_name(status), told->message, told->sql, other->message, other->sql);
}

static inline void library_note(void *user, const cq_log_record *record)
{
	library *const noting = user;
	if (record->level == CQ_LOG_STATEMENT && record->sql[0] != '\0' && noting->sent < LIBRARY_STATEMENTS) {
		(void)snprintf(noting->texts[noting->sent], LIBRARY_TEXT, "%s", record->sql);
		(void)snprintf(noting->parameters[noting->sent], LIBRARY_TEXT, "%s", record->parameters);
		noting->sent++;
	}
}

/* From here on statements are counted anew. */
static inline void library_listen(void)
{
	opened.sent = 0;
}

/* As many statements as that were sent, and the place of one among them has this text: on PostgreSQL with $1 for ?. */
#define SENT(count) sent((count), __LINE__)
static inline void sent(size_t count, int line)
{
	if (opened.sent == count)
		return;
	for (size_t i = 0; i < opened.sent; i++)
		print_message("  %s %s\n", opened.texts[i], opened.parameters[i]);
	fail_msg("line %d: %zu statements were sent, not %zu", line, opened.sent, count);
}

static inline bool is_postgres(void)
{
	return database_kind() == CLIENT_POSTGRES;
}

#define TEXT_IS(place, sqlite, postgres) assert_string_equal(opened.texts[place], is_postgres() ? (postgres) : (sqlite))

static inline int library_open_with(void **state, const cq_session_options *options)
{
	cq_engine_options engine = CQ_ENGINE_OPTIONS_INIT;
	engine.log = library_note;
	engine.log_user = &opened;
	engine.log_level = CQ_LOG_STATEMENT;
	char message[CQ_ERROR_TEXT];
	if (cq_engine_open(&opened.engine, database_create_shared(), &engine, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect(opened.engine, &opened.db), CQ_OK);
	const cq_table *const tables[] = { CQ_TABLE(users), CQ_TABLE(profiles), CQ_TABLE(posts), CQ_TABLE(tags), CQ_TABLE(post_tags),
		CQ_TABLE(comments), CQ_TABLE(albums), CQ_TABLE(tracks), CQ_TABLE(countries), CQ_TABLE(cities), CQ_TABLE(shelves),
		CQ_TABLE(publishers), CQ_TABLE(books), CQ_TABLE(nodes) };
	MUST(cq_create_all(opened.db, tables, sizeof tables / sizeof *tables));
	MUST(cq_session_open(opened.engine, options, &opened.session));
	*state = &opened;
	return 0;
}

static inline int library_open(void **state)
{
	return library_open_with(state, NULL);
}

static inline int library_open_without_autoflush(void **state)
{
	const cq_session_options options = { .no_autoflush = true };
	return library_open_with(state, &options);
}

static inline int library_close(void **state)
{
	(void)state;
	cq_session_close(&opened.session);
	cq_engine_close(&opened.engine);
	database_drop();
	return 0;
}

/* ---- rows, written past the session ---------------------------------------------------------------------------------------- */

/* `count` users with keys from 1, each but the first with the first as mentor, and `each` posts with keys from 1, of which every second is
 * public. Post n has the tags 1 to n % 4. Users with an even key have a profile. */
static inline void library_people(int64_t count, int64_t each)
{
	char text[40];
	for (int32_t i = 1; i <= 3; i++) {
		(void)snprintf(text, sizeof text, "tag %d", i);
		Tag tag = { .id = i, .name = text };
		MUST(cq_insert(opened.db, Tag, &tag));
	}
	int64_t key = 0;
	for (int64_t i = 1; i <= count; i++) {
		(void)snprintf(text, sizeof text, "user %d", (int)i);
		User user = { .id = i, .name = text, .mentor_id = { i != 1, 1 } };
		MUST(cq_insert(opened.db, User, &user));
		Profile profile = { .id = 100 + i, .user_id = i, .motto = text };
		if (i % 2 == 0)
			MUST(cq_insert(opened.db, Profile, &profile));
		for (int64_t k = 0; k < each; k++) {
			key++;
			(void)snprintf(text, sizeof text, "post %d", (int)key);
			Post post = { .id = key, .author_id = i, .title = text, .is_public = key % 2 == 1 };
			MUST(cq_insert(opened.db, Post, &post));
			for (int32_t t = 1; t <= key % 4; t++) {
				post_tags_association row = { .post_id = key, .tag_id = t };
				MUST(cq_insert(opened.db, post_tags_association, &row));
			}
		}
	}
	library_listen();
}

/* Three comments of a post: keys 10 * post + 1 to 3; the second is deleted softly. */
static inline void library_comments(int64_t post)
{
	for (int64_t i = 1; i <= 3; i++) {
		Comment comment = { .id = 10 * post + i, .post_id = post, .body = "well" };
		if (i == 2)
			comment.deleted_at = (cq_opt_timestamp){ true, { 1000000 } };
		MUST(cq_insert(opened.db, Comment, &comment));
	}
	library_listen();
}

#endif
