/* tests/conform/insert_test.c: objects become rows: what is given, what is left to the database, what is written back.
 */
#include "conform/shop.h"
#include "support/database.h"

#define defaults_COLUMNS(COLUMN)                                            \
	COLUMN(id, INTEGER, PRIMARY_KEY)                                        \
	COLUMN(label, TEXT, DEFAULT_SQL("'from the database'"))                 \
	COLUMN(size, BIGINT)                                                    \
	COLUMN(doubled, BIGINT, GENERATED("size * 2"))
CQ_MODEL(Default, defaults)

#define keyed_COLUMNS(COLUMN)                              \
	COLUMN(code, TEXT, PRIMARY_KEY)                        \
	COLUMN(made, TEXT, DEFAULT_SQL("'now'"))
CQ_MODEL(Keyed, keyed)

static int open_more(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	const cq_table *const tables[] = { cq_target_Default.target.descriptor, cq_target_Keyed.target.descriptor };
	MUST(cq_create_all(db, tables, 2));
	return 0;
}

static void one_object_gets_its_key_and_defaults(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note note = { .body = "only a key comes back" };
	MUST(cq_insert(db, Note, &note));
	assert_int_equal(note.id, 1);
	Note chosen = { .id = 40, .body = "its own key" };
	MUST(cq_insert(db, Note, &chosen));
	assert_int_equal(chosen.id, 40);
	Default made = CQ_NEW(Default, .size = 21);
	MUST(cq_insert(db, Default, &made));
	assert_int_equal(made.id, 1);
	assert_string_equal(made.label, "from the database");
	assert_int_equal(made.doubled, 42);
	Default given = CQ_NEW(Default, .size = 1, .label = "mine");
	MUST(cq_insert(db, Default, &given));
	assert_string_equal(given.label, "mine");
	assert_int_equal(given.id, 2);
}

static void names_of(char (*names)[24], Note *objects, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		(void)snprintf(names[i], sizeof names[i], "n%zu", i);
		objects[i] = (Note){ .body = names[i] };
	}
}

/* Counts around the size of a statement, so that whole ones and what is left over are both there. */
static void many_objects_get_their_own_keys(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const size_t counts[] = { 0, 1, 2, 63, 64, 65, 200, 1100 };
	static char names[1100][24];
	static Note objects[1100];
	for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
		names_of(names, objects, counts[c]);
		MUST(cq_insert_many(db, Note, objects, counts[c]));
		cq_rows(Note) read;
		MUST(cq_all(db, Note, &read, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
		assert_int_equal(read.count, counts[c]);
		for (size_t i = 0; i < read.count; i++) {
			assert_int_equal(read.items[i].id, objects[i].id);
			assert_string_equal(read.items[i].body, names[i]);
		}
		cq_free(&read);
	}
}

static void mixed_objects_keep_their_own(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Default objects[] = {
		CQ_NEW(Default, .size = 1),
		CQ_NEW(Default, .size = 2, .label = "two"),
		CQ_NEW(Default, .id = 50, .size = 3),
		CQ_NEW(Default, .size = 4),
	};
	MUST(cq_insert_many(db, Default, objects, 4));
	assert_int_equal(objects[0].id, 1);
	assert_string_equal(objects[0].label, "from the database");
	assert_int_equal(objects[1].id, 2);
	assert_string_equal(objects[1].label, "two");
	assert_int_equal(objects[2].id, 50);
	assert_string_equal(objects[2].label, "from the database");
	assert_int_equal(objects[2].doubled, 6);
	/* SQLite counts on from the largest key that there is, PostgreSQL from the last one that it made. */
	assert_int_equal(objects[3].id, database_kind() == CLIENT_SQLITE ? 51 : 3);
	Keyed own[] = { CQ_NEW(Keyed, .code = "b"), CQ_NEW(Keyed, .code = "a"), CQ_NEW(Keyed, .code = "c", .made = "then") };
	MUST(cq_insert_many(db, Keyed, own, 3));
	assert_string_equal(own[0].made, "now");
	assert_string_equal(own[1].made, "now");
	assert_string_equal(own[2].made, "then");
}

static void all_or_none(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static char names[300][24];
	static Note objects[300];
	names_of(names, objects, 300);
	objects[299].id = 7;
	objects[0].id = 7;
	assert_int_equal(cq_insert_many(db, Note, objects, 300), CQ_UNIQUE);
	int64_t count;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(count, 0);
	assert_false(cq_in_transaction(db));
	/* Inside a transaction only the insert is undone. */
	MUST(cq_begin(db, NULL));
	Note before = { .body = "before" };
	MUST(cq_insert(db, Note, &before));
	names_of(names, objects, 300);
	objects[298].body = NULL;
	assert_int_equal(cq_insert_many(db, Note, objects, 300), CQ_NULL_VALUE);
	assert_non_null(strstr(cq_last_error(db)->message, "body"));
	assert_true(cq_in_transaction(db));
	MUST(cq_commit(db));
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(count, 1);
}

static void a_statement_takes_arrays(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static char names[150][24];
	static Note made[150];
	names_of(names, made, 150);
	int64_t changes;
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(notes, VALUES(made, 150)))));
	assert_int_equal(changes, 150);
	assert_int_equal(made[0].id, 0);
	/* Three groups: what they return comes back as one result. */
	made[70].id = 1000;
	cq_rows(Note) read;
	MUST(cq_all(db, Note, &read, SQL(INSERT_INTO(notes, VALUES(made, 150)), RETURNING_ALL(notes))));
	assert_int_equal(read.count, 150);
	assert_string_equal(read.items[70].body, "n70");
	assert_int_equal(read.items[70].id, 1000);
	assert_string_equal(read.items[149].body, "n149");
	cq_free(&read);
	Note *first;
	MUST(cq_first(db, Note, &first, SQL(INSERT_INTO(notes, VALUES(made, 70)), RETURNING_ALL(notes))));
	assert_string_equal(first->body, "n0");
	cq_free(&first);
	assert_int_equal(cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(made, 0)))), CQ_RULE);
	assert_string_equal(cq_last_error(db)->rule, "empty-values");
}

/* An object whose row is gone must not claim to have one. */
static void a_failure_takes_back_what_was_written(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Default objects[] = {
		CQ_NEW(Default, .size = 1),
		CQ_NEW(Default, .id = 9, .size = 2),
		CQ_NEW(Default, .size = 3, .label = "mine"),
		CQ_NEW(Default, .id = 9, .size = 4),
	};
	const Default given[] = { objects[0], objects[1], objects[2], objects[3] };
	assert_int_equal(cq_insert_many(db, Default, objects, 4), CQ_UNIQUE);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(objects[i].id, given[i].id);
		assert_ptr_equal(objects[i].label, given[i].label);
	}
	objects[3].id = 0;
	MUST(cq_insert_many(db, Default, objects, 4));
	/* PostgreSQL does not make a key again that was taken back. */
	assert_int_equal(objects[0].id, database_kind() == CLIENT_SQLITE ? 1 : 3);
	assert_string_equal(objects[0].label, "from the database");
	assert_string_equal(objects[2].label, "mine");
}

static void a_failed_commit_takes_it_back_too(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_execute(db, NULL, RAW_SQL("CREATE TABLE parents (id INTEGER PRIMARY KEY)")));
	MUST(cq_execute(db, NULL, RAW_SQL("CREATE TABLE children (parent INTEGER REFERENCES parents DEFERRABLE INITIALLY DEFERRED)")));
	if (database_kind() == CLIENT_SQLITE) {
		MUST(cq_execute(db, NULL,
			RAW_SQL("CREATE TRIGGER orphan AFTER INSERT ON notes BEGIN INSERT INTO children VALUES (NEW.id); END")));
	} else {
		MUST(cq_execute(db, NULL, RAW_SQL("CREATE FUNCTION orphan() RETURNS trigger LANGUAGE plpgsql AS "
			"'BEGIN INSERT INTO children VALUES (NEW.id); RETURN NULL; END'")));
		MUST(cq_execute(db, NULL, RAW_SQL("CREATE TRIGGER orphan AFTER INSERT ON notes FOR EACH ROW EXECUTE FUNCTION orphan()")));
	}
	Note written[] = { CQ_NEW(Note, .body = "a"), CQ_NEW(Note, .body = "b") };
	assert_int_equal(cq_insert_many(db, Note, written, 2), CQ_FOREIGN_KEY);
	assert_int_equal(written[0].id, 0);
	assert_int_equal(written[1].id, 0);
	assert_false(cq_in_transaction(db));
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_object_gets_its_key_and_defaults, open_more, shop_close),
		cmocka_unit_test_setup_teardown(many_objects_get_their_own_keys, open_more, shop_close),
		cmocka_unit_test_setup_teardown(mixed_objects_keep_their_own, open_more, shop_close),
		cmocka_unit_test_setup_teardown(all_or_none, open_more, shop_close),
		cmocka_unit_test_setup_teardown(a_statement_takes_arrays, open_more, shop_close),
		cmocka_unit_test_setup_teardown(a_failure_takes_back_what_was_written, open_more, shop_close),
		cmocka_unit_test_setup_teardown(a_failed_commit_takes_it_back_too, open_more, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
