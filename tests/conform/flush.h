/* tests/conform/flush.h: the models of the tests of flushing, a session over them, and what it sent.
 *
 * It knows nothing of what is tested. Each test gets a fresh database of the kind that the run is about.
 */
#ifndef CQ_TEST_FLUSH_H
#define CQ_TEST_FLUSH_H

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

#define users_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(username, VARCHAR(20), UNIQUE)                   \
	COLUMN(email, NULLABLE(VARCHAR(40)), UNIQUE)            \
	COLUMN(age, INTEGER, DEFAULT(18), CHECK("age >= 0"))    \
	COLUMN(mood, VARCHAR(20), DEFAULT_SQL("'calm'"))
#define users_RELATIONS(RELATION)                           \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author)) \
	RELATION(profile, HAS_ONE(Profile, user_id), BACK(user))
#define profiles_COLUMNS(COLUMN)                            \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(user_id, BIGINT, REFERENCES(users, id), UNIQUE)  \
	COLUMN(text, TEXT)
#define profiles_RELATIONS(RELATION)                        \
	RELATION(user, BELONGS_TO(User, user_id), BACK(profile))
#define posts_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(author_id, NULLABLE(BIGINT), REFERENCES(users, id)) \
	COLUMN(title, VARCHAR(100))                             \
	COLUMN(changed, NULLABLE(TIMESTAMP), ON_UPDATE_NOW)
#define posts_RELATIONS(RELATION)                           \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts)) \
	RELATION(tags, MANY_TO_MANY(Tag, post_tags, post_id, tag_id), BACK(posts))
#define tags_COLUMNS(COLUMN)                                \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(name, VARCHAR(20), UNIQUE)
#define tags_RELATIONS(RELATION)                            \
	RELATION(posts, MANY_TO_MANY(Post, post_tags, tag_id, post_id), BACK(tags))
#define post_tags_COLUMNS(COLUMN)                           \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id)) \
	COLUMN(tag_id, BIGINT, PRIMARY_KEY, REFERENCES(tags, id)) \
	COLUMN(since, TIMESTAMP, DEFAULT_NOW)
#define nodes_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(nodes, id)) \
	COLUMN(name, VARCHAR(20))
#define nodes_RELATIONS(RELATION)                           \
	RELATION(parent, BELONGS_TO(Node, parent_id), BACK(children)) \
	RELATION(children, HAS_MANY(Node, parent_id), BACK(parent))
/* Each player has a team, and a team may have one of them as its captain. */
#define teams_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(captain_id, NULLABLE(BIGINT), REFERENCES(players, id)) \
	COLUMN(name, VARCHAR(20))
#define teams_RELATIONS(RELATION)                           \
	RELATION(captain, BELONGS_TO(Player, captain_id))
#define players_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(team_id, BIGINT, REFERENCES(teams, id))          \
	COLUMN(name, VARCHAR(20))
#define players_RELATIONS(RELATION)                         \
	RELATION(team, BELONGS_TO(Team, team_id))
#define documents_COLUMNS(COLUMN)                           \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(version, INTEGER, VERSION)                       \
	COLUMN(text, TEXT)
/* Keys that the program gives, of two columns; a place that is unique beside them. */
#define seats_COLUMNS(COLUMN)                               \
	COLUMN(room, INTEGER, PRIMARY_KEY)                      \
	COLUMN(number, INTEGER, PRIMARY_KEY)                    \
	COLUMN(line, INTEGER)                                   \
	COLUMN(place, INTEGER)                                  \
	COLUMN(guest, VARCHAR(20))
#define seats_OPTIONS(OPTION) OPTION(UNIQUE(line, place))

CQ_MODEL(User, users)
CQ_MODEL(Profile, profiles)
CQ_MODEL(Post, posts)
CQ_MODEL(Tag, tags)
CQ_ASSOCIATION(post_tags)
CQ_MODEL(Node, nodes)
CQ_MODEL(Team, teams)
CQ_MODEL(Player, players)
CQ_MODEL(Document, documents)
CQ_MODEL(Seat, seats)

static cq_engine *engine;
static cq_session *session;

/* ---- what was sent --------------------------------------------------------------------------------------------------------------- */

enum { MOST_SENT = 256, LONGEST_SENT = 1000 };
static char sent[MOST_SENT][LONGEST_SENT];
static int64_t sent_rows[MOST_SENT];
static unsigned sent_count;

static void note_sent(void *user, const cq_log_record *record)
{
	(void)user;
	if (record->level != CQ_LOG_STATEMENT || sent_count == MOST_SENT)
		return;
	(void)snprintf(sent[sent_count], LONGEST_SENT, "%s", record->sql);
	sent_rows[sent_count++] = record->rows;
}

static inline void forget_sent(void)
{
	sent_count = 0;
}

/* "BEGIN; INSERT users 2; UPDATE posts 1; COMMIT": each statement's verb, table and rows. */
static inline const char *told_sent(void)
{
	static char text[8192];
	size_t length = 0;
	text[0] = '\0';
	for (unsigned i = 0; i < sent_count; i++) {
		char verb[16] = "", table[64] = "";
		(void)sscanf(sent[i], "%15s", verb);
		const char *const name = strchr(sent[i], '"');
		const char *const separator = i == 0 ? "" : "; ";
		const bool writes = strcmp(verb, "INSERT") == 0 || strcmp(verb, "UPDATE") == 0 || strcmp(verb, "DELETE") == 0 || strcmp(verb, "SELECT") == 0;
		if (writes && name != NULL)
			(void)sscanf(name, "\"%63[^\"]", table);
		if (strcmp(verb, "SELECT") == 0)
			length += (size_t)snprintf(text + length, sizeof text - length, "%sSELECT", separator);
		else if (writes)
			length += (size_t)snprintf(text + length, sizeof text - length, "%s%s %s %lld", separator, verb, table, (long long)sent_rows[i]);
		else
			length += (size_t)snprintf(text + length, sizeof text - length, "%s%s", separator, verb);
		assert_true(length < sizeof text);
	}
	forget_sent();
	return text;
}

/* The text of the only statement with that verb. */
static inline const char *sent_text(const char *verb)
{
	const char *found = NULL;
	for (unsigned i = 0; i < sent_count; i++) {
		if (strncmp(sent[i], verb, strlen(verb)) != 0)
			continue;
		assert_null(found);
		found = sent[i];
	}
	assert_non_null(found);
	return found;
}

/* ---- the session -------------------------------------------------------------------------------------------------------------------- */

#define MUST(call) must((call), __LINE__)

static inline void must(cq_status status, int line)
{
	if (status != CQ_OK)
		fail_msg("line %d: %s: %s [%s]", line, cq_status_name(status), cq_session_error(session)->message, cq_session_error(session)->sql);
}

/* Fails with that status, and says this. */
#define REFUSED(call, status, ...) refused((call), (status), (const char *const[]){ __VA_ARGS__, NULL }, __LINE__)

static inline void refused(cq_status status, cq_status wanted, const char *const *words, int line)
{
	if (status != wanted)
		fail_msg("line %d: %s and not %s: %s", line, cq_status_name(status), cq_status_name(wanted), cq_session_error(session)->message);
	for (; *words != NULL; words++)
		if (strstr(cq_session_error(session)->message, *words) == NULL)
			fail_msg("line %d: \"%s\" does not say \"%s\"", line, cq_session_error(session)->message, *words);
}

static inline void flush_create(void)
{
	static const cq_table *tables[10];
	const cq_table *const all[] = { cq_target_User.target.descriptor, cq_target_Profile.target.descriptor,
		cq_target_Post.target.descriptor, cq_target_Tag.target.descriptor, cq_target_post_tags_association.target.descriptor,
		cq_target_Node.target.descriptor, cq_target_Team.target.descriptor, cq_target_Player.target.descriptor,
		cq_target_Document.target.descriptor, cq_target_Seat.target.descriptor };
	cq_connection *db;
	memcpy(tables, all, sizeof all);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	if (cq_create_all(db, tables, 10) != CQ_OK)
		fail_msg("%s [%s]", cq_last_error(db)->message, cq_last_error(db)->sql);
	cq_disconnect(&db);
}

static inline int flush_open(void **state)
{
	(void)state;
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = note_sent;
	options.log_level = CQ_LOG_STATEMENT;
	if (cq_engine_open(&engine, database_create_shared(), &options, message) != CQ_OK)
		fail_msg("%s", message);
	flush_create();
	if (cq_session_open(engine, NULL, &session) != CQ_OK)
		fail_msg("no session");
	forget_sent();
	return 0;
}

static inline int flush_close(void **state)
{
	(void)state;
	cq_session_close(&session);
	cq_engine_close(&engine);
	database_drop();
	return 0;
}

/* A number that a connection of its own reads. text: a literal. */
#define SEEN(text)                                                          \
	__extension__({                                                         \
		cq_connection *db_;                                                 \
		int64_t number_ = -1;                                               \
		assert_int_equal(cq_connect(engine, &db_), CQ_OK);                  \
		if (cq_scalar(db_, &number_, RAW_SQL(text)) != CQ_OK)               \
			fail_msg("%s", cq_last_error(db_)->message);                    \
		cq_disconnect(&db_);                                                \
		forget_sent();                                                      \
		number_;                                                            \
	})

/* Somebody else does something. text: a literal. */
#define ELSEWHERE(text)                                                     \
	do {                                                                    \
		cq_connection *db_;                                                 \
		assert_int_equal(cq_connect(engine, &db_), CQ_OK);                  \
		if (cq_execute(db_, NULL, RAW_SQL(text)) != CQ_OK)                  \
			fail_msg("%s", cq_last_error(db_)->message);                    \
		cq_disconnect(&db_);                                                \
		forget_sent();                                                      \
	} while (0)

#define TEST(name) cmocka_unit_test_setup_teardown(name, flush_open, flush_close)

#endif
