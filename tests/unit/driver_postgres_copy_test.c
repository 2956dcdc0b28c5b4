/* driver_postgres_copy_test.c: objects of which nothing comes back go by COPY: in and outside of transactions, also where
 * the database's columns are of other types, and what is wrong with one of them is told.
 *
 * It knows nothing of how the executor chose. ctest runs it.
 */
#include "unit/driver_postgres_shop.h"

#include "driver/postgres/postgres.h"
#include "exec/engine.h"

enum { MANY = 5000 };

#define every_COLUMNS(COLUMN)                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)             \
	COLUMN(flag, BOOLEAN)                       \
	COLUMN(small, SMALLINT)                     \
	COLUMN(middle, NULLABLE(INTEGER))           \
	COLUMN(share, DOUBLE)                       \
	COLUMN(half, REAL)                          \
	COLUMN(price, DECIMAL(12, 4))               \
	COLUMN(word, VARCHAR(10))                   \
	COLUMN(code, CHAR(4))                       \
	COLUMN(data, NULLABLE(BYTES))               \
	COLUMN(born, DATE)                          \
	COLUMN(at, TIME)                            \
	COLUMN(moment, TIMESTAMP)                   \
	COLUMN(span, INTERVAL)                      \
	COLUMN(tag, UUID)                           \
	COLUMN(extra, NULLABLE(JSON))
CQ_MODEL(Every, every)

static void insert_notes(cq_connection *db, Note *many, size_t count)
{
	int64_t changes = 0;
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(notes, VALUES(many, count)))));
	assert_int_equal(changes, count);
}

static void copies_outside_of_transactions(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(MANY, 1);
	insert_notes(db, many, MANY);
	assert_int_equal(asked("SELECT count(*) FROM notes"), MANY);
	assert_int_equal(asked("SELECT count(*) FROM notes WHERE body = 'note ' || (id - 1)"), MANY);
	assert_false(cq_in_transaction(db));
	/* The connection goes on. */
	assert_int_equal(count_users(db), 0);
	free(many);
}

static void copies_in_a_transaction(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(MANY, 1);
	MUST(cq_begin(db, NULL));
	insert_notes(db, many, MANY);
	int64_t count = 0;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(count, MANY);
	assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
	MUST(cq_rollback(db));
	assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
	free(many);
}

static void every_type_is_copied(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const cq_table *const tables[] = { cq_target_Every.target.descriptor };
	MUST(cq_create_all(db, tables, 1));
	Every *const all = calloc(2000, sizeof *all);
	for (int i = 0; i < 2000; i++) {
		all[i] = (Every){ .id = i + 1, .flag = i % 2 == 0, .small = (int16_t)-i, .share = i / 4.0, .half = 0.5F,
			.price = { i * 10000 + 25, 4 }, .word = "wörd", .code = "ab", .born = { i }, .at = { i * INT64_C(1000000) },
			.moment = { i * INT64_C(1000001) }, .span = { 1, 2, 3 }, .extra = i % 3 != 0 ? "{\"a\": 1}" : NULL };
		all[i].tag.bytes[15] = (unsigned char)i;
		if (i % 5 != 0) {
			all[i].middle = (cq_opt_int32){ true, i };
			all[i].data = (cq_bytes){ "\0\1\2", 3 };
		}
	}
	MUST(cq_execute(db, NULL, SQL(INSERT_INTO(every, VALUES(all, 2000)))));
	cq_rows(Every) read;
	MUST(cq_all(db, Every, &read, SQL(SELECT_ALL(every), FROM(every), ORDER_BY(every.id))));
	assert_int_equal(read.count, 2000);
	for (int i = 0; i < 2000; i++) {
		const Every *const row = &read.items[i];
		assert_int_equal(row->id, i + 1);
		assert_int_equal(row->flag, all[i].flag);
		assert_int_equal(row->small, all[i].small);
		assert_int_equal(row->middle.present, all[i].middle.present);
		assert_int_equal(row->middle.value, all[i].middle.value);
		assert_true(row->share == all[i].share && row->half == all[i].half);
		assert_int_equal(cq_decimal_compare(row->price, all[i].price), 0);
		assert_string_equal(row->word, "wörd");
		assert_int_equal(strncmp(row->code, "ab", 2), 0);
		assert_int_equal(row->data.size, all[i].data.size);
		assert_int_equal(row->born.days, i);
		assert_int_equal(row->at.microseconds, all[i].at.microseconds);
		assert_int_equal(row->moment.microseconds, all[i].moment.microseconds);
		assert_memory_equal(&row->tag, &all[i].tag, sizeof row->tag);
		assert_int_equal(row->extra != NULL, all[i].extra != NULL);
	}
	cq_free(&read);
	free(all);
}

/* The server's columns are wider, or of a type that only looks the same on the wire: never by COPY. */
static void columns_of_other_types_are_never_copied_into(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(1500, 1);
	told("DROP TABLE notes");
	told("CREATE TABLE notes (id DOUBLE PRECISION PRIMARY KEY, body VARCHAR(40))");
	insert_notes(db, many, 1500);
	assert_int_equal(asked("SELECT count(*) FROM notes WHERE id BETWEEN 1 AND 1500 AND id = trunc(id)"), 1500);
	assert_int_equal(asked("SELECT count(*) FROM notes WHERE body = 'note ' || (id - 1)"), 1500);
	/* All or none here as well. */
	MUST(cq_begin(db, NULL));
	assert_int_equal(cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(many, 1500)))), CQ_UNIQUE);
	MUST(cq_rollback(db));
	assert_int_equal(asked("SELECT count(*) FROM notes"), 1500);
	free(many);
}

/* COPY does not go into a view; an INSERT does. */
static void what_copy_refuses_is_inserted(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(1200, 1);
	told("ALTER TABLE notes RENAME TO real_notes");
	told("CREATE VIEW notes AS SELECT * FROM real_notes");
	insert_notes(db, many, 1200);
	assert_int_equal(asked("SELECT count(*) FROM real_notes"), 1200);
	MUST(cq_begin(db, NULL));
	MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
	insert_notes(db, many, 1200);
	MUST(cq_commit(db));
	assert_int_equal(asked("SELECT count(*) FROM real_notes"), 1200);
	told("DROP VIEW notes");
	told("ALTER TABLE real_notes RENAME TO notes");
	free(many);
}

static void a_row_that_the_server_refuses_is_named(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(MANY, 1);
	many[4321].id = 7;
	assert_int_equal(cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(many, MANY)))), CQ_UNIQUE);
	assert_non_null(strstr(cq_last_error(db)->message, "object 4321"));
	assert_string_equal(cq_last_error(db)->table, "notes");
	assert_string_equal(cq_last_error(db)->constraint, "pk_notes");
	assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
	assert_false(cq_in_transaction(db));
	many[4321].id = 4322;
	insert_notes(db, many, MANY);
	free(many);
}

static void an_object_that_cannot_be_sent_is_named(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(MANY, 1);
	static const struct { const char *body; cq_status status; } wrong[] = {
		{ "\xff", CQ_BAD_TEXT }, { NULL, CQ_NOT_NULL }, { NULL, CQ_NULL_VALUE },
	};
	for (int i = 0; i < 2; i++) {
		many[MANY - 2].body = wrong[i].body;
		const cq_status status = cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(many, MANY))));
		assert_true(status == wrong[i].status || (i == 1 && status == CQ_NULL_VALUE));
		assert_non_null(strstr(cq_last_error(db)->message, "object 4998"));
		assert_string_equal(cq_last_error(db)->column, "body");
		assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
	}
	/* In a transaction the levels outside go on. */
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	MUST(cq_savepoint(db));
	assert_int_not_equal(cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(many, MANY)))), CQ_OK);
	MUST(cq_rollback(db));
	MUST(cq_commit(db));
	assert_int_equal(asked("SELECT count(*) FROM users"), 1);
	free(many);
}

/* Objects that are larger than a chunk, and more of them than any buffer holds. */
static void large_objects_are_copied(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	enum { COUNT_OF_LARGE = 1000, SIZE = 100000 };
	char *const body = malloc(SIZE + 1);
	memset(body, 'x', SIZE);
	body[SIZE] = '\0';
	Note *const many = calloc(COUNT_OF_LARGE, sizeof *many);
	for (int i = 0; i < COUNT_OF_LARGE; i++)
		many[i] = (Note){ .id = i + 1, .body = body };
	insert_notes(db, many, COUNT_OF_LARGE);
	assert_int_equal(asked("SELECT sum(length(body)) FROM notes"), (long long)COUNT_OF_LARGE * SIZE);
	free(many);
	free(body);
}

/* An object that is larger than one message may be; the limit is lowered. */
static void an_object_that_is_too_large_is_named(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq__pg_encoder *const encoder = &((cq__connection *)db->driven)->encoder;
	enum { SIZE = 400 * 1024 };
	char *const body = malloc(SIZE + 1);
	memset(body, 'x', SIZE);
	body[SIZE] = '\0';
	Note *const many = make_notes(MANY, 1);
	const char *const was = many[1234].body;
	many[1234].body = body;
	encoder->limit = SIZE;
	assert_int_equal(cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(many, MANY)))), CQ_TOO_LARGE);
	assert_non_null(strstr(cq_last_error(db)->message, "object 1234"));
	encoder->limit = 0;
	assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
	many[1234].body = was;
	insert_notes(db, many, MANY);
	free(many);
	free(body);
}

/* A deadline that passes while the server waits for a lock. */
static void a_deadline_ends_it(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note *const many = make_notes(MANY, 1);
	told("BEGIN");
	told("LOCK TABLE notes IN ACCESS EXCLUSIVE MODE");
	MUST(cq_connection_set_timeout(db, 100));
	assert_int_equal(cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(many, MANY)))), CQ_TIMEOUT);
	told("ROLLBACK");
	MUST(cq_connection_set_timeout(db, 0));
	assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
	insert_notes(db, many, MANY);
	free(many);
}

int main(void)
{
	const int missing = shop_on_postgres();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(copies_outside_of_transactions, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(copies_in_a_transaction, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(every_type_is_copied, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(columns_of_other_types_are_never_copied_into, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_copy_refuses_is_inserted, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_row_that_the_server_refuses_is_named, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(an_object_that_cannot_be_sent_is_named, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(large_objects_are_copied, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(an_object_that_is_too_large_is_named, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_deadline_ends_it, shop_open, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
