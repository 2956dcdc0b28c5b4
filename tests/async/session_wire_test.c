/* tests/async/session_wire_test.c: what a session sends to PostgreSQL, message by message, as libpq's own trace tells it: how many round trips
 * its calls take. docs/unit-of-work.md has the same numbers.
 */
#include "conform/relation.h"
#include "support/client.h"
#include "support/wire.h"

#include <cquel/driver/postgres.h>

static cq_connection *db;

/* A session on one connection, whose wire can be seen. */
static int wire_open(void **state)
{
	relation_open(state);
	cq_session_close(&session);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_session_on(db, NULL, &session), CQ_OK);
	return 0;
}

static int wire_close(void **state)
{
	cq_session_close(&session);
	cq_disconnect(&db);
	return one_session_close(state);
}

/* The second time, so that all is prepared. */
#define SECOND_TIME(action, what, expected, trips)          \
	do {                                                    \
		action();                                           \
		wire_begin(cq_postgres_handle(db));                 \
		action();                                           \
		wire_expect(cq_postgres_handle(db), (what), (expected), (trips)); \
	} while (0)

static void add_one(void)
{
	User *user;
	MUST(cq_add_new(session, User, &user, .name = "ann"));
	COMMIT();
}

static void one_new_object(void **state)
{
	(void)state;
	/* BEGIN; INSERT; COMMIT. */
	SECOND_TIME(add_one, "a new object", "PBDES 12nkz BDEH 2trk SPBDES z12nkz", 3);
}

static User *family(void)
{
	User *user;
	Post *first, *second;
	MUST(cq_add_new(session, User, &user, .name = "ann"));
	MUST(cq_add_new(session, Post, &first, .title = "a"));
	MUST(cq_add_new(session, Post, &second, .title = "b"));
	APPEND(user, users.posts, first);
	APPEND(user, users.posts, second);
	COMMIT();
	return user;
}

static void add_family(void)
{
	(void)family();
}

static void a_parent_with_two_children(void **state)
{
	(void)state;
	SECOND_TIME(add_family, "a parent with two children", "PBDES 12nkz BDEH 2trk SBDEBDEH z2trk2trk SPBDES z12nkz", 4);
}

static User *kept;
static int round_number;

/* Two sets of columns in one table and one in another: three statements. */
static void change_three(void)
{
	static User *other;
	static const char *const texts[] = { "one", "two", "three" };
	const char *const text = texts[round_number++ % 3];
	if (kept == NULL) {
		kept = family();
		MUST(cq_add_new(session, User, &other, .name = "bob"));
		COMMIT();
	}
	kept->name = text;
	other->bio = text;
	kept->posts.items[0]->title = text;
	COMMIT();
}

static void three_updates_in_two_tables(void **state)
{
	(void)state;
	kept = NULL;
	change_three();
	SECOND_TIME(change_three, "three updates in two tables", "PBDES 12nkz BDESBDESBDES 2nkz2nkz2nkz PBDES 12nkz", 3);
}

/* What is unloaded must be read: the user, its posts, its profile. BEGIN; notes and events lose it, tags go from the posts; then
 * the posts, the user; COMMIT. */
static void delete_family(void)
{
	const int64_t id = family()->id;
	MUST(cq_expunge_all(session));
	wire_begin(cq_postgres_handle(db));
	DELETED(GET(User, id));
	COMMIT();
}

static void a_deletion_with_its_cascade(void **state)
{
	(void)state;
	delete_family();
	free(wire_end(cq_postgres_handle(db)));
	delete_family();
	wire_expect(cq_postgres_handle(db), "a deletion with its cascade",
		"BDES 2trkz BDES 2trkz BDES 2tkz PBDES 12nkz BDES 2nkz BDES 2nkz BDES 2nkz BDEBDEH 2nk2nk SBDES z2nkz PBDES 12nkz", 10);
}

static void load_three(void)
{
	cq_objects(User) found;
	MUST(cq_expunge_all(session));
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users),
		OPTIONS(SELECTIN(users.posts), SELECTIN(users.profile), SELECTIN(users.posts, posts.tags)))));
	assert_int_equal(found.count, 2);
	cq_free(&found);
}

static void three_relations_on_two_levels(void **state)
{
	(void)state;
	add_family();
	add_family();
	/* The users; posts and profiles together; tags. */
	SECOND_TIME(load_three, "three relations on two levels", "BDES 2trkz BDEBDES 2trk2tkz BDES 2tkz", 3);
}

#define WIRE_TEST(name) cmocka_unit_test_setup_teardown(name, wire_open, wire_close)

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	(void)setenv("CQUEL_TEST_DATABASE", "postgresql", 1);
	const struct CMUnitTest tests[] = {
		WIRE_TEST(one_new_object),
		WIRE_TEST(a_parent_with_two_children),
		WIRE_TEST(three_updates_in_two_tables),
		WIRE_TEST(a_deletion_with_its_cascade),
		WIRE_TEST(three_relations_on_two_levels),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
