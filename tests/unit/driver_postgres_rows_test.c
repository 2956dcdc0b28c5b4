/* driver_postgres_rows_test.c: objects of which something comes back, or that may be there already: in arrays or one
 * parameter a member, in order, all or none.
 *
 * It knows nothing of how parameters are encoded. ctest runs it.
 */
#include "unit/driver_postgres_shop.h"

#include "driver/postgres/postgres.h"
#include "exec/engine.h"

#define tagged_COLUMNS(COLUMN)                         \
	COLUMN(name, VARCHAR(40), PRIMARY_KEY)             \
	COLUMN(made, TEXT, DEFAULT_SQL("'by ' || 'default'")) \
	COLUMN(size, INTEGER)
CQ_MODEL(Tagged, tagged)

static const size_t counts[] = { 1, 2, 7, 8, 9, 63, 64, 128, 129, 500, 1000, 4097, 20000 };

/* Keys that the database makes come back to the objects that they belong to. */
static void keys_belong_to_their_objects(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		Note *const many = make_notes(counts[i], 0);
		MUST(cq_insert_many(db, Note, many, counts[i]));
		cq_rows(Note) read;
		MUST(cq_all(db, Note, &read, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
		assert_int_equal(read.count, counts[i]);
		for (size_t j = 0; j < counts[i]; j++) {
			assert_int_equal(read.items[j].id, many[j].id);
			assert_string_equal(read.items[j].body, many[j].body);
		}
		cq_free(&read);
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
		free(many);
	}
}

/* Without a key that grows the order alone tells whose a row is. */
static void defaults_belong_to_their_objects(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const cq_table *const tables[] = { cq_target_Tagged.target.descriptor };
	MUST(cq_create_all(db, tables, 1));
	enum { COUNT = 3000 };
	static char names[COUNT][40];
	Tagged *const all = calloc(COUNT, sizeof *all);
	for (int i = 0; i < COUNT; i++) {
		(void)snprintf(names[i], sizeof names[i], "%d", (i * 7919) % COUNT);
		all[i] = CQ_NEW(Tagged, .name = names[i], .size = i);
	}
	MUST(cq_insert_many(db, Tagged, all, COUNT));
	for (int i = 0; i < COUNT; i++)
		assert_string_equal(all[i].made, "by default");
	free(all);
}

static void returning_keeps_the_order(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		const size_t count = counts[i];
		Note *const many = make_notes(count, 1);
		/* Backwards: a sorted answer would be found out. */
		for (size_t j = 0; j < count; j++)
			many[j].id = (int64_t)(count - j);
		cq_rows(int64_t) keys;
		MUST(cq_scalars(db, &keys, SQL(INSERT_INTO(notes, VALUES(many, count)), RETURNING(notes.id))));
		assert_int_equal(keys.count, count);
		for (size_t j = 0; j < count; j++)
			assert_int_equal(keys.items[j], count - j);
		cq_free(&keys);
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
		free(many);
	}
}

static void conflicts_are_resolved(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(3000, 1);
	int64_t changes = 0;
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(notes, VALUES(many, 1000)), ON_CONFLICT_DO_NOTHING(notes, KEY(id)))));
	assert_int_equal(changes, 1000);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(notes, VALUES(many, 3000)), ON_CONFLICT_DO_NOTHING(notes, KEY(id)))));
	assert_int_equal(changes, 2000);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(notes, VALUES(many, 3000)),
		ON_CONFLICT_DO_UPDATE(notes, KEY(id), SET(body, CONCAT(EXCLUDED(notes.body), " again"))))));
	assert_int_equal(changes, 3000);
	assert_int_equal(asked("SELECT count(*) FROM notes WHERE body = 'note ' || (id - 1) || ' again'"), 3000);
	free(many);
}

static void all_or_none(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const size_t sizes[] = { 5, 70, 3000, 20000 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		Note *const many = make_notes(sizes[i], 1);
		many[sizes[i] - 1].id = 1;
		cq_rows(int64_t) keys;
		assert_int_equal(cq_scalars(db, &keys, SQL(INSERT_INTO(notes, VALUES(many, sizes[i])), RETURNING(notes.id))), CQ_UNIQUE);
		assert_null(keys.items);
		/* An array does not say which of its elements it was. */
		assert_int_equal(strstr(cq_last_error(db)->message, "object 4") != NULL, sizes[i] == 5);
		assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
		/* What is found before it is sent undoes what was sent. */
		many[sizes[i] - 1] = (Note){ .id = (int64_t)sizes[i], .body = "\xc0" };
		assert_int_equal(cq_scalars(db, &keys, SQL(INSERT_INTO(notes, VALUES(many, sizes[i])), RETURNING(notes.id))), CQ_BAD_TEXT);
		char object[32];
		(void)snprintf(object, sizeof object, "object %zu", sizes[i] - 1);
		assert_non_null(strstr(cq_last_error(db)->message, object));
		assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
		assert_false(cq_in_transaction(db));
		assert_int_equal(count_users(db), 0);
		free(many);
	}
}

static void in_a_transaction_the_outer_levels_go_on(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(3000, 1);
	many[2999].id = 5;
	cq_rows(int64_t) keys;
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	assert_int_equal(cq_scalars(db, &keys, SQL(INSERT_INTO(notes, VALUES(many, 3000)), RETURNING(notes.id))), CQ_UNIQUE);
	assert_true(cq_in_transaction(db));
	many[2999].id = 3000;
	MUST(cq_scalars(db, &keys, SQL(INSERT_INTO(notes, VALUES(many, 3000)), RETURNING(notes.id))));
	cq_free(&keys);
	MUST(cq_commit(db));
	assert_int_equal(asked("SELECT count(*) FROM notes"), 3000);
	assert_int_equal(asked("SELECT count(*) FROM users"), 1);
	free(many);
}

/* One object, the way that most rows are written. */
static void one_object_at_a_time(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (int64_t i = 1; i <= 50; i++) {
		Note note = { .body = "again and again" };
		MUST(cq_insert(db, Note, &note));
		assert_int_equal(note.id, i);
		User user = CQ_NEW(User, .username = "x");
		char name[32];
		(void)snprintf(name, sizeof name, "user %lld", (long long)i);
		user.username = name;
		MUST(cq_insert(db, User, &user));
		assert_int_equal(user.id, i);
		assert_true(user.created_at.microseconds > 0);
	}
	Note twice = { .id = 7, .body = "there already" };
	assert_int_equal(cq_insert(db, Note, &twice), CQ_UNIQUE);
	assert_int_equal(asked("SELECT count(*) FROM notes"), 50);
}

/* Texts of very different sizes: runs are bounded by what they hold. */
static void large_texts_return(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	enum { COUNT = 600, SIZE = 50000 };
	char *const body = malloc(SIZE + 1);
	memset(body, 'y', SIZE);
	body[SIZE] = '\0';
	Note *const many = calloc(COUNT, sizeof *many);
	for (int i = 0; i < COUNT; i++)
		many[i] = (Note){ .body = i % 3 == 0 ? body : "short" };
	MUST(cq_insert_many(db, Note, many, COUNT));
	for (int i = 1; i < COUNT; i++)
		assert_true(many[i].id == many[i - 1].id + 1);
	assert_int_equal(asked("SELECT sum(length(body)) FROM notes"), 200LL * SIZE + 400 * 5);
	free(many);
	free(body);
}

/* Objects of which many are larger together than one message may be, few enough for one run; the limit is lowered. */
static void runs_that_are_too_large_are_halved(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq__pg_encoder *const encoder = &((cq__connection *)db->driven)->encoder;
	enum { COUNT = 100, SIZE = 5000 };
	char *const bodies = malloc(COUNT * SIZE);
	Note *const many = calloc(COUNT, sizeof *many);
	for (int i = 0; i < COUNT; i++) {
		memset(bodies + i * SIZE, 'a' + i % 26, SIZE - 1);
		bodies[i * SIZE + SIZE - 1] = '\0';
		many[i] = (Note){ .body = bodies + i * SIZE };
	}
	encoder->limit = 64 * 1024;
	MUST(cq_insert_many(db, Note, many, COUNT));
	cq_rows(Note) read;
	MUST(cq_all(db, Note, &read, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
	assert_int_equal(read.count, COUNT);
	for (int i = 0; i < COUNT; i++) {
		assert_int_equal(read.items[i].id, many[i].id);
		assert_string_equal(read.items[i].body, many[i].body);
	}
	cq_free(&read);
	/* One alone that is too large undoes those that went before it. */
	encoder->limit = 4096;
	many[0].body = many[1].body = many[2].body = "short";
	assert_int_equal(cq_insert_many(db, Note, many, COUNT), CQ_TOO_LARGE);
	assert_non_null(strstr(cq_last_error(db)->message, "object 3"));
	encoder->limit = 0;
	assert_int_equal(asked("SELECT count(*) FROM notes"), COUNT);
	free(many);
	free(bodies);
}

int main(void)
{
	const int missing = shop_on_postgres();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(keys_belong_to_their_objects, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(defaults_belong_to_their_objects, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(returning_keeps_the_order, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(conflicts_are_resolved, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(all_or_none, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(in_a_transaction_the_outer_levels_go_on, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(one_object_at_a_time, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(large_texts_return, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(runs_that_are_too_large_are_halved, shop_open, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
