/* tests/conform/transaction_options_test.c: isolation levels, read only, deferrable; what each lets a transaction see.
 */
#include "conform/shop.h"

typedef struct pair {
	shop shop; /* first: shop_close looks there */
	cq_connection *other;
} pair;

static int open_pair(void **state)
{
	static pair opened;
	shop *made;
	shop_open_with((void **)&made, database_create_shared(), NULL);
	opened.shop = *made;
	assert_int_equal(cq_connect(opened.shop.engine, &opened.other), CQ_OK);
	*state = &opened;
	return 0;
}

static cq_status add_note(cq_connection *db, const char *body)
{
	Note note = CQ_NEW(Note, .body = body);
	return cq_insert(db, Note, &note);
}

static void assert_shows(cq_connection *db, cq_statement *show, const char *expected)
{
	const char *text = NULL;
	const cq_target target = { .kind = CQ_TARGET_SCALAR, .type = CQ_TYPE_TEXT, .nullable = 1, .size = sizeof text };
	MUST(cq_run_scalar(db, show, &target, CQ_WANT_ONE, &text));
	assert_string_equal(text, expected);
	cq_free(&text);
}

static void the_server_has_what_was_asked_for(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const char *const names[] = { "read committed", "read committed", "repeatable read", "serializable" };
	if (!is_postgres())
		return;
	for (int level = CQ_ISOLATION_DEFAULT; level <= CQ_ISOLATION_SERIALIZABLE; level++)
		for (int flags = 0; flags < 4; flags++) {
			const cq_transaction_options options = { .isolation = (cq_isolation)level, .read_only = (flags & 1) != 0,
				.deferrable = (flags & 2) != 0 };
			MUST(cq_begin(db, &options));
			cq_statement isolation = STATEMENT(RAW_SQL("SHOW transaction_isolation"));
			cq_statement read_only = STATEMENT(RAW_SQL("SHOW transaction_read_only"));
			cq_statement deferrable = STATEMENT(RAW_SQL("SHOW transaction_deferrable"));
			assert_shows(db, &isolation, names[level]);
			assert_shows(db, &read_only, options.read_only ? "on" : "off");
			assert_shows(db, &deferrable, options.deferrable ? "on" : "off");
			MUST(cq_commit(db));
			assert_false(cq_in_transaction(db));
		}
}

static cq_status write_in(cq_connection *db, const cq_transaction_options *options, const char *body)
{
	CQ_TRANSACTION_WITH(db, options) {
		CQ_TRY(add_note(db, body));
	}
	return CQ_OK;
}

static void a_scope_takes_options(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const cq_transaction_options serializable = { .isolation = CQ_ISOLATION_SERIALIZABLE };
	MUST(write_in(db, &serializable, "a"));
	MUST(write_in(db, NULL, "b"));
	cq_status status = CQ_BUSY;
	CQ_TRANSACTION_WITH_STATUS(db, &status, &(cq_transaction_options){ .isolation = CQ_ISOLATION_SERIALIZABLE, .read_only = true }) {
		assert_int_equal(count_notes(db), 2);
	}
	assert_int_equal(status, CQ_OK);
	assert_int_equal(cq_begin(db, &(cq_transaction_options){ .isolation = (cq_isolation)17 }), CQ_UNSUPPORTED);
	assert_false(cq_in_transaction(db));
}

static void read_only_does_not_write(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const cq_transaction_options reading = { .read_only = true };
	if (!is_postgres())
		return;
	assert_int_equal(write_in(db, &reading, "a"), CQ_READ_ONLY);
	assert_int_equal(cq_last_error(db)->code, CQ_READ_ONLY);
	assert_int_equal(count_notes(db), 0);
	assert_false(cq_in_transaction(db));
}

static cq_status write_serializable(cq_connection *db)
{
	return write_in(db, &(cq_transaction_options){ .isolation = CQ_ISOLATION_SERIALIZABLE }, "inner");
}

/* Code that needs a level does not run with less of it unnoticed. */
static void a_level_is_not_raised_inside(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_begin(db, &(cq_transaction_options){ .isolation = CQ_ISOLATION_SERIALIZABLE }));
	MUST(write_serializable(db));
	MUST(cq_commit(db));
	assert_int_equal(count_notes(db), 1);
	MUST(cq_begin(db, NULL));
	MUST(write_in(db, &(cq_transaction_options){ .isolation = CQ_ISOLATION_READ_COMMITTED }, "as it is"));
	/* SQLite has no lower one. */
	assert_int_equal(write_serializable(db), is_postgres() ? CQ_MISUSE : CQ_OK);
	MUST(cq_commit(db));
	assert_int_equal(count_notes(db), is_postgres() ? 2 : 3);
	MUST(cq_execute(db, NULL, RAW_SQL("BEGIN")));
	assert_int_equal(write_serializable(db), is_postgres() ? CQ_MISUSE : CQ_OK);
	MUST(cq_rollback(db));
	MUST(cq_begin(db, &(cq_transaction_options){ .isolation = CQ_ISOLATION_REPEATABLE_READ }));
	assert_int_equal(write_serializable(db), is_postgres() ? CQ_MISUSE : CQ_OK);
	MUST(cq_rollback(db));
}

static void what_a_level_lets_be_seen(void **state)
{
	pair *const it = *state;
	cq_connection *const db = it->shop.db;
	const cq_isolation levels[] = { CQ_ISOLATION_READ_COMMITTED, CQ_ISOLATION_REPEATABLE_READ, CQ_ISOLATION_SERIALIZABLE };
	for (int i = 0; i < 3; i++) {
		const int64_t before = count_notes(db);
		MUST(cq_begin(db, &(cq_transaction_options){ .isolation = levels[i], .read_only = true }));
		assert_int_equal(count_notes(db), before);
		assert_int_equal(add_note(it->other, "meanwhile"), CQ_OK);
		/* PostgreSQL's lowest level sees it; SQLite has no such level. */
		assert_int_equal(count_notes(db), before + (i == 0 && is_postgres()));
		MUST(cq_commit(db));
		assert_int_equal(count_notes(db), before + 1);
	}
}

static cq_status read_twice(pair *it, int64_t *first, int64_t *second)
{
	cq_connection *const db = it->shop.db;
	CQ_READ_TRANSACTION(db) {
		*first = count_notes(db);
		CQ_TRY(add_note(it->other, "meanwhile"));
		/* A part of what is open already, with the state that it sees. */
		CQ_READ_TRANSACTION(db) {
			*second = count_notes(db);
		}
	}
	return CQ_OK;
}

static cq_status read_within(cq_connection *db)
{
	CQ_TRANSACTION(db) {
		CQ_TRY(add_note(db, "own"));
		CQ_READ_TRANSACTION(db) {
			assert_int_equal(count_notes(db), 2);
		}
	}
	return CQ_OK;
}

static void a_read_transaction_sees_one_state(void **state)
{
	pair *const it = *state;
	cq_connection *const db = it->shop.db;
	int64_t first = -1, second = -2;
	MUST(read_twice(it, &first, &second));
	assert_int_equal(first, 0);
	assert_int_equal(second, 0);
	assert_int_equal(count_notes(db), 1);
	MUST(read_within(db));
}

/* Deeper than savepoints are prepared for. */
static cq_status nest(cq_connection *db, int depth, int undone)
{
	CQ_TRANSACTION(db) {
		CQ_TRY(add_note(db, "level"));
		if (depth > 1)
			CQ_TRY(nest(db, depth - 1, undone));
		if (depth == undone)
			break;
	}
	return CQ_OK;
}

static void savepoints_nest_deeply(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(nest(db, 40, 0));
	assert_int_equal(count_notes(db), 40);
	/* The innermost ten go. */
	MUST(nest(db, 40, 10));
	assert_int_equal(count_notes(db), 70);
	MUST(nest(db, 40, 40));
	assert_int_equal(count_notes(db), 70);
	assert_false(cq_in_transaction(db));
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_server_has_what_was_asked_for, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_scope_takes_options, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(read_only_does_not_write, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_level_is_not_raised_inside, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_a_level_lets_be_seen, open_pair, shop_close),
		cmocka_unit_test_setup_teardown(a_read_transaction_sees_one_state, open_pair, shop_close),
		cmocka_unit_test_setup_teardown(savepoints_nest_deeply, shop_open, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
