/* tests/conform/bulk_test.c: the rows of many objects changed and deleted by primary key; lists longer than a statement takes.
 */
#include "conform/shop.h"

#include "exec/engine.h"

#define Shade_VALUES(VALUE) VALUE(SHADE_DARK, "dark") VALUE(SHADE_LIGHT, "light")
CQ_ENUM(Shade)

/* One column of each type, all but the key's may be NULL. */
#define wide_COLUMNS(COLUMN)                        \
	COLUMN(id, BIGINT, PRIMARY_KEY)                 \
	COLUMN(flag, NULLABLE(BOOLEAN))                 \
	COLUMN(small, NULLABLE(SMALLINT))               \
	COLUMN(middle, NULLABLE(INTEGER))               \
	COLUMN(large, NULLABLE(BIGINT))                 \
	COLUMN(single, NULLABLE(REAL))                  \
	COLUMN(real, NULLABLE(DOUBLE))                  \
	COLUMN(price, NULLABLE(DECIMAL(10, 2)))         \
	COLUMN(body, NULLABLE(TEXT))                    \
	COLUMN(label, NULLABLE(VARCHAR(10)))            \
	COLUMN(raw, NULLABLE(BYTES))                    \
	COLUMN(day, NULLABLE(DATE))                     \
	COLUMN(moment, NULLABLE(TIMESTAMP))             \
	COLUMN(document, NULLABLE(JSON))                \
	COLUMN(number, NULLABLE(UUID))
/* Not named after what they hold, and with a column that touches itself. */
#define tracks_COLUMNS(COLUMN)                                  \
	COLUMN(album, BIGINT, PRIMARY_KEY)                          \
	COLUMN(place, VARCHAR(8), PRIMARY_KEY, SQL_NAME("order"))   \
	COLUMN(title, TEXT)                                         \
	COLUMN(seen, BIGINT, DEFAULT(0), SQL_NAME("select"))        \
	COLUMN(length, INTEGER, DEFAULT(1))                         \
	COLUMN(touched, NULLABLE(TIMESTAMP), ON_UPDATE_NOW)         \
	COLUMN(doubled, BIGINT, GENERATED("length * 2"))
#define hues_COLUMNS(COLUMN)                    \
	COLUMN(shade, ENUM(Shade), PRIMARY_KEY)     \
	COLUMN(other, NULLABLE(ENUM(Shade)))        \
	COLUMN(weight, INTEGER)
/* Only a key, and none at all. */
#define bare_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define heap_COLUMNS(COLUMN) COLUMN(body, TEXT)
/* Called as the SQL of arrays might call something of its own. */
#define rows_COLUMNS(COLUMN)             \
	COLUMN(id, BIGINT, PRIMARY_KEY)      \
	COLUMN(made, TIMESTAMP, DEFAULT_NOW) \
	COLUMN(size, BIGINT, UNIQUE)
CQ_MODEL(Wide, wide)
CQ_MODEL(Track, tracks)
CQ_MODEL(Hue, hues)
CQ_MODEL(Bare, bare)
CQ_MODEL(Heap, heap)
CQ_MODEL(Row, rows)

static int open_more(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	const cq_table *const tables[] = { cq_target_Wide.target.descriptor, cq_target_Track.target.descriptor,
		cq_target_Hue.target.descriptor, cq_target_Bare.target.descriptor, cq_target_Row.target.descriptor };
	MUST(cq_create_all(db, tables, sizeof tables / sizeof *tables));
	return 0;
}

/* Counts on both sides of where a database's way of sending changes. */
static const size_t counts[] = { 0, 1, 2, 7, 8, 9, 300, 4096, 4097, 9000 };
enum { MOST = 9000 };

static void notes_of(Note *objects, char (*texts)[32], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		(void)snprintf(texts[i], sizeof texts[i], "old %zu", i);
		objects[i] = (Note){ .body = texts[i] };
	}
}

static void each_row_gets_its_own(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static char texts[MOST][32];
	static Note notes_[MOST];
	for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
		const size_t count = counts[c];
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
		notes_of(notes_, texts, count);
		MUST(cq_insert_many(db, Note, notes_, count));
		for (size_t i = 0; i < count; i++)
			(void)snprintf(texts[i], sizeof texts[i], "new %zu", i);
		int64_t changes = -1;
		MUST(cq_update_many(db, Note, &changes, notes_, count, body));
		assert_int_equal(changes, count);
		cq_rows(Note) read;
		MUST(cq_all(db, Note, &read, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
		assert_int_equal(read.count, count);
		for (size_t i = 0; i < count; i++)
			assert_string_equal(read.items[i].body, texts[i]);
		cq_free(&read);
		/* All but the first and the last. */
		MUST(cq_delete_many(db, Note, &changes, notes_ + (count > 1), count > 1 ? count - 2 : 0));
		assert_int_equal(changes, count > 1 ? count - 2 : 0);
		int64_t left;
		MUST(cq_scalar(db, &left, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
		assert_int_equal(left, count > 1 ? 2 : count);
		assert_false(cq_in_transaction(db));
	}
}

static void keys_without_a_row_are_missing_in_the_count(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (size_t more = 0; more < 2; more++) {
		Note found[20], given[40];
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
		for (size_t i = 0; i < 20; i++)
			found[i] = (Note){ .body = "old" };
		MUST(cq_insert_many(db, Note, found, 20));
		const size_t count = more != 0 ? 40 : 4;
		for (size_t i = 0; i < count; i++)
			given[i] = (Note){ .id = i % 2 == 0 ? found[i / 2].id : 1000000 + (int64_t)i, .body = "new" };
		int64_t changes;
		MUST(cq_update_many(db, Note, &changes, given, count, body));
		assert_int_equal(changes, count / 2);
		MUST(cq_delete_many(db, Note, &changes, given, count));
		assert_int_equal(changes, count / 2);
		MUST(cq_delete_many(db, Note, NULL, given, count));
	}
}

static Wide wide_object(int64_t i)
{
	return (Wide){ .id = i, .flag = { true, i % 2 == 0 }, .small = { true, (int16_t)i }, .middle = { true, (int32_t)(i * 1000) },
		.large = { true, i << 40 }, .single = { true, (float)i / 4 }, .real = { true, (double)i / 8 },
		.price = { true, { i * 100 + 25, 2 } }, .body = "body", .label = "label", .raw = { "\0\1\2", 3 },
		.day = { true, { (int32_t)(i * 3) } }, .moment = { true, { i * 1000000 + 7 } }, .document = "{\"a\": [1, 2]}",
		.number = { true, { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, (uint8_t)i } } } };
}

static void assert_same(const Wide *a, const Wide *b)
{
	assert_int_equal(a->id, b->id);
	assert_int_equal(a->flag.present, b->flag.present);
	if (!a->flag.present) {
		assert_false(a->small.present || b->small.present || a->price.present || b->price.present || a->moment.present || b->moment.present);
		assert_null(a->body);
		assert_null(b->body);
		assert_null(a->raw.data);
		assert_null(b->raw.data);
		assert_null(b->document);
		return;
	}
	assert_int_equal(a->flag.value, b->flag.value);
	assert_int_equal(a->small.value, b->small.value);
	assert_int_equal(a->middle.value, b->middle.value);
	assert_int_equal(a->large.value, b->large.value);
	assert_true(a->single.value == b->single.value && a->real.value == b->real.value);
	assert_int_equal(a->price.value.coefficient, b->price.value.coefficient);
	assert_string_equal(a->body, b->body);
	assert_string_equal(a->label, b->label);
	assert_int_equal(a->raw.size, b->raw.size);
	assert_memory_equal(a->raw.data, b->raw.data, a->raw.size);
	assert_int_equal(a->day.value.days, b->day.value.days);
	assert_int_equal(a->moment.value.microseconds, b->moment.value.microseconds);
	assert_non_null(strstr(b->document, "["));
	assert_memory_equal(&a->number.value, &b->number.value, sizeof a->number.value);
}

static void every_type_travels(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const size_t some[] = { 3, 40 };
	for (size_t c = 0; c < 2; c++) {
		Wide objects[40];
		const size_t count = some[c];
		for (size_t i = 0; i < count; i++)
			objects[i] = (Wide){ .id = (int64_t)i + 1 };
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(wide), ALL_ROWS)));
		MUST(cq_insert_many(db, Wide, objects, count));
		for (int round = 0; round < 2; round++) {
			/* Each second is set, and then all are NULL again. */
			for (size_t i = 0; i < count; i++)
				objects[i] = round == 0 && i % 2 == 0 ? wide_object((int64_t)i + 1) : (Wide){ .id = (int64_t)i + 1 };
			int64_t changes;
			MUST(cq_update_many(db, Wide, &changes, objects, count));
			assert_int_equal(changes, count);
			cq_rows(Wide) read;
			MUST(cq_all(db, Wide, &read, SQL(SELECT_ALL(wide), FROM(wide), ORDER_BY(wide.id))));
			assert_int_equal(read.count, count);
			for (size_t i = 0; i < count; i++)
				assert_same(&objects[i], &read.items[i]);
			cq_free(&read);
		}
	}
}

static void a_key_of_several_columns(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const char *const places[] = { "a", "b", "c" };
	for (size_t more = 0; more < 2; more++) {
		Track tracks_[30];
		const size_t count = more != 0 ? 30 : 3;
		for (size_t i = 0; i < count; i++)
			tracks_[i] = (Track){ .album = (int64_t)i / 3, .place = places[i % 3], .title = "old", .length = (int32_t)i };
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(tracks), ALL_ROWS)));
		MUST(cq_insert_many(db, Track, tracks_, count));
		for (size_t i = 0; i < count; i++) {
			tracks_[i].title = i % 3 == 1 ? "second" : "new";
			tracks_[i].seen = (int64_t)i + 100;
			tracks_[i].length = 77;
		}
		/* length is not named, so it stays; what touches itself is touched. */
		int64_t changes, touched;
		MUST(cq_update_many(db, Track, &changes, tracks_, count, title, seen));
		assert_int_equal(changes, count);
		MUST(cq_scalar(db, &touched, SQL(SELECT(COUNT(tracks.touched)), FROM(tracks))));
		assert_int_equal(touched, count);
		cq_rows(Track) read;
		MUST(cq_all(db, Track, &read, SQL(SELECT_ALL(tracks), FROM(tracks), ORDER_BY(tracks.album, tracks.place))));
		for (size_t i = 0; i < count; i++) {
			assert_string_equal(read.items[i].title, tracks_[i].title);
			assert_int_equal(read.items[i].seen, tracks_[i].seen);
			assert_int_equal(read.items[i].length, i);
			assert_int_equal(read.items[i].doubled, 2 * i);
		}
		cq_free(&read);
		tracks_[0].place = "far too long for that column";
		MUST(cq_delete_many(db, Track, &changes, tracks_, count));
		assert_int_equal(changes, count - 1);
	}
}

static void enumerations_are_keys_and_members(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Hue hues_[] = { { .shade = SHADE_DARK, .weight = 1 }, { .shade = SHADE_LIGHT, .weight = 2 } };
	MUST(cq_insert_many(db, Hue, hues_, 2));
	hues_[0].other = (cq_opt_enum){ true, SHADE_LIGHT };
	hues_[1].weight = 20;
	int64_t changes;
	MUST(cq_update_many(db, Hue, &changes, hues_, 2, other, weight));
	assert_int_equal(changes, 2);
	Hue *read;
	MUST(cq_one(db, Hue, &read, SQL(SELECT_ALL(hues), FROM(hues), WHERE(EQ(hues.shade, SHADE_DARK)))));
	assert_true(read->other.present);
	assert_int_equal(read->other.value, SHADE_LIGHT);
	cq_free(&read);
	MUST(cq_delete_many(db, Hue, &changes, hues_, 2));
	assert_int_equal(changes, 2);
}

static void all_or_none(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Row rows_[40];
	for (size_t i = 0; i < 40; i++)
		rows_[i] = CQ_NEW(Row, .size = (int64_t)i);
	MUST(cq_insert_many(db, Row, rows_, 40));
	for (size_t count = 3; count <= 40; count += 37) {
		for (size_t i = 0; i < count; i++)
			rows_[i].size = 1000 + (int64_t)i;
		rows_[count - 1].size = 1000;
		int64_t changes = -1, old;
		assert_int_equal(cq_update_many(db, Row, &changes, rows_, count, size), CQ_UNIQUE);
		assert_int_equal(changes, 0);
		assert_false(cq_in_transaction(db));
		assert_non_null(strstr(cq_last_error(db)->sql, "UPDATE"));
		MUST(cq_scalar(db, &old, SQL(SELECT(COUNT(rows.id)), FROM(rows), WHERE(LT(rows.size, 1000)))));
		assert_int_equal(old, 40);
		/* What is around stays. */
		MUST(cq_begin(db, NULL));
		MUST(cq_execute(db, NULL, SQL(UPDATE(rows, SET(size, 999)), WHERE(EQ(rows.id, rows_[1].id)))));
		cq_status status = CQ_OK;
		CQ_SAVEPOINT_STATUS(db, &status) {
			assert_int_equal(cq_update_many(db, Row, NULL, rows_, count, size), CQ_UNIQUE);
			break;
		}
		MUST(cq_commit(db));
		MUST(cq_scalar(db, &old, SQL(SELECT(COUNT(rows.id)), FROM(rows), WHERE(EQ(rows.size, 999)))));
		assert_int_equal(old, 1);
		MUST(cq_execute(db, NULL, SQL(UPDATE(rows, SET(size, 1)), WHERE(EQ(rows.id, rows_[1].id)))));
	}
}

static void assert_misuse(cq_connection *db, cq_status status, const char *part)
{
	assert_int_equal(status, CQ_MISUSE);
	if (strstr(cq_last_error(db)->message, part) == NULL)
		fail_msg("\"%s\" is not in: %s", part, cq_last_error(db)->message);
}

static void what_cannot_be_is_said(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Note note = { .id = 1, .body = "a" };
	Bare bare_ = { .id = 1 };
	Heap heap_ = { .body = "a" };
	Row row = CQ_NEW(Row, .id = 1);
	Track track = { .album = 1, .place = "a", .title = "a" };
	int64_t changes = 5;
	assert_misuse(db, cq_update_many(db, Note, &changes, &note, 1, id), "primary key");
	assert_int_equal(changes, 0);
	assert_misuse(db, cq_update_many(db, Track, NULL, &track, 1, title, place), "tracks.place");
	assert_misuse(db, cq_update_many(db, Bare, NULL, &bare_, 1), "no column");
	assert_misuse(db, cq_update_many(db, Heap, NULL, &heap_, 1, body), "no primary key");
	assert_misuse(db, cq_delete_many(db, Heap, NULL, &heap_, 1), "no primary key");
	assert_misuse(db, cq_update_many(db, Row, NULL, &row, 1), "rows.made");
	assert_misuse(db, cq_update_many(db, Note, NULL, (Note *)NULL, 1, body), "NULL");
	static const char *const unknown[] = { "body", "nobody" };
	assert_misuse(db, cq_run_update_many(db, CQ_TABLE(notes), NULL, &note, 1, unknown, 2), "\"nobody\"");
	static const char *const many[] = { "body", "body", "body" };
	assert_misuse(db, cq_run_update_many(db, CQ_TABLE(notes), NULL, &note, 1, many, 3), "3 columns");
	assert_int_equal(cq_run_update_many(db, CQ_TABLE(notes), NULL, &note, 1, many, 2), CQ_RULE);
	assert_string_equal(cq_last_error(db)->rule, "column-set-twice");
	assert_int_equal(cq_update_many(db, Track, NULL, &track, 1, doubled), CQ_RULE);
	assert_string_equal(cq_last_error(db)->rule, "column-read-only");
	note.body = NULL;
	assert_int_equal(cq_update_many(db, Note, NULL, &note, 1, body), CQ_NULL_VALUE);
}

/* ---- more than one statement takes ---------------------------------------------------------------------------------- */

enum { TOO_MANY = 70000 };

static void lists_of_any_length(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static Note notes_[TOO_MANY];
	static int64_t ids[TOO_MANY];
	for (size_t i = 0; i < TOO_MANY; i++)
		notes_[i] = (Note){ .id = (int64_t)i + 1, .body = "a" };
	MUST(cq_insert_many(db, Note, notes_, TOO_MANY));
	for (size_t i = 0; i < TOO_MANY; i++)
		ids[i] = notes_[i].id;
	int64_t count, changes;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(IN_ARRAY(notes.id, ids, TOO_MANY)))));
	assert_int_equal(count, TOO_MANY);
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(NOT_IN_ARRAY(notes.id, ids, TOO_MANY - 1)))));
	assert_int_equal(count, 1);
	/* None is in an empty list, and all are not. */
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(IN_ARRAY(notes.id, ids, 0)))));
	assert_int_equal(count, 0);
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(NOT_IN_ARRAY(notes.id, ids, 0)))));
	assert_int_equal(count, TOO_MANY);
	MUST(cq_update_many(db, Note, &changes, notes_, TOO_MANY, body));
	assert_int_equal(changes, TOO_MANY);
	MUST(cq_delete_many(db, Note, &changes, notes_, TOO_MANY));
	assert_int_equal(changes, TOO_MANY);
}

static cq_status count_in_list(cq_connection *db, uint32_t count, int64_t *found)
{
	cq_statement statement;
	cq_statement_init(&statement, NULL);
	cq_push_node(&statement, CQ_OP_COUNT_ROWS, CQ_TYPE_NONE, 0, 0, NULL);
	cq_push(&statement, CQ_OP_SELECT, 1);
	cq_push_ref(&statement, CQ_OP_FROM, 0, CQ_TABLE(notes));
	cq_push_column(&statement, &cq_table_columns(CQ_TABLE(notes))[0]);
	for (uint32_t i = 0; i < count; i++)
		cq_push_value(&statement, CQ_TYPE_BIGINT, 0, (cq_value){ .integer = (int64_t)i });
	cq_push(&statement, CQ_OP_IN, count + 1);
	cq_push(&statement, CQ_OP_WHERE, 1);
	cq_push(&statement, CQ_OP_STATEMENT, 3);
	const cq_target target = { .kind = CQ_TARGET_SCALAR, .type = CQ_TYPE_BIGINT, .size = sizeof *found };
	return cq_run_scalar(db, &statement, &target, CQ_WANT_FIRST, found);
}

/* As many parameters as the database takes work; one more is one clear error, not a number that wraps. */
static void a_list_of_too_many_parameters_is_refused(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const uint32_t limit = db->bind_limit;
	int64_t found;
	char number[16];
	Note note = { .id = limit - 1, .body = "the last" };
	assert_true(limit >= 32766);
	MUST(cq_insert(db, Note, &note));
	MUST(count_in_list(db, limit, &found));
	assert_int_equal(found, 1);
	const uint32_t many[] = { limit + 1, 2 * 65536 + 3, 300000 };
	for (size_t i = 0; i < 3; i++) {
		if (many[i] <= limit)
			continue;
		(void)snprintf(number, sizeof number, "%u", many[i]);
		assert_int_equal(count_in_list(db, many[i], &found), CQ_TOO_LARGE);
		assert_non_null(strstr(cq_last_error(db)->message, number));
		assert_non_null(strstr(cq_last_error(db)->message, "IN_ARRAY"));
	}
	MUST(cq_scalar(db, &found, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	/* A list without a value is none; an array may be empty. */
	assert_int_equal(count_in_list(db, 0, &found), CQ_RULE);
	assert_string_equal(cq_last_error(db)->rule, "empty-values");
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_row_gets_its_own, open_more, shop_close),
		cmocka_unit_test_setup_teardown(keys_without_a_row_are_missing_in_the_count, open_more, shop_close),
		cmocka_unit_test_setup_teardown(every_type_travels, open_more, shop_close),
		cmocka_unit_test_setup_teardown(a_key_of_several_columns, open_more, shop_close),
		cmocka_unit_test_setup_teardown(enumerations_are_keys_and_members, open_more, shop_close),
		cmocka_unit_test_setup_teardown(all_or_none, open_more, shop_close),
		cmocka_unit_test_setup_teardown(what_cannot_be_is_said, open_more, shop_close),
		cmocka_unit_test_setup_teardown(lists_of_any_length, open_more, shop_close),
		cmocka_unit_test_setup_teardown(a_list_of_too_many_parameters_is_refused, open_more, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
