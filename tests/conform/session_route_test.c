/* session_route_test.c: tables whose statements a session sends to another engine: read there, and no part of its transaction. */
#include "relation.h"

#include <unistd.h>

static cq_engine *other;
static char path[64], url[128];

static int open_both(void **state)
{
	char message[CQ_ERROR_TEXT];
	cq_connection *db;
	const int failed = relation_open(state);
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.beside = engine;
	(void)snprintf(path, sizeof path, "/tmp/cquel-route-%ld.db", (long)getpid());
	(void)snprintf(url, sizeof url, "sqlite:///%s", path);
	if (cq_engine_open(&other, url, &options, message) != CQ_OK)
		fail_msg("%s", message);
	const cq_table *const table = MODEL(Tag);
	assert_int_equal(cq_connect(other, &db), CQ_OK);
	assert_int_equal(cq_create_all(db, &table, 1), CQ_OK);
	assert_int_equal(cq_execute(db, NULL, RAW_SQL("INSERT INTO tags (name) VALUES ('elsewhere')")), CQ_OK);
	cq_disconnect(&db);
	return failed;
}

static int close_both(void **state)
{
	static const char *const behind[] = { "", "-wal", "-shm" };
	cq_session_close(&session);
	cq_engine_close(&other);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
		char file[80];
		(void)snprintf(file, sizeof file, "%s%s", path, behind[i]);
		(void)unlink(file);
	}
	return one_session_close(state);
}

static void open_routed(void)
{
	cq_session_route routes[] = { { MODEL(Tag), other }, { MODEL(User), engine } };
	const cq_session_options options = { .routes = routes, .route_count = 2 };
	session_with(&options);
	/* They were copied. */
	memset(routes, 0, sizeof routes);
	forget_sent();
}

static void statements_go_where_their_table_is(void **state)
{
	(void)state;
	cq_objects(Tag) found;
	open_routed();
	MUST(cq_all(session, Tag, &found, SQL(SELECT_ALL(tags), FROM(tags))));
	assert_int_equal(found.count, 1);
	assert_string_equal(found.items[0]->name, "elsewhere");
	assert_ptr_equal(GET(Tag, found.items[0]->id), found.items[0]);
	MUST(cq_refresh(session, found.items[0]));
	cq_free(&found);
	User ann = CQ_NEW(User, .name = "ann");
	ADDED(User, &ann);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 1);
	/* Another session of the engine knows nothing of it. */
	session_again();
	MUST(cq_all(session, Tag, &found, SQL(SELECT_ALL(tags), FROM(tags))));
	assert_int_equal(found.count, 0);
}

static void what_is_elsewhere_is_no_part_of_the_transaction(void **state)
{
	(void)state;
	open_routed();
	Tag tag = CQ_NEW(Tag, .name = "x");
	ADDED(Tag, &tag);
	REFUSED(cq_commit(session), CQ_MISUSE, "tags", "another engine");
	assert_int_equal(cq_state_of(session, &tag), CQ_PENDING);
	ROLLBACK();
	assert_int_equal(cq_state_of(session, &tag), CQ_TRANSIENT);
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_both, close_both)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(statements_go_where_their_table_is),
		TEST(what_is_elsewhere_is_no_part_of_the_transaction),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
