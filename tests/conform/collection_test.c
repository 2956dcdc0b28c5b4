/* tests/conform/collection_test.c: lists of rows inside rows, filled by one statement: every type comes back exactly, in order,
 * nested, for no rows, one and many.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <float.h>
#include <math.h>

#define Mood_VALUES(VALUE) VALUE(MOOD_GOOD) VALUE(MOOD_ODD, "it's \"odd\"")
CQ_ENUM(Mood)

#define things_COLUMNS(COLUMN)                                  \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                      \
	COLUMN(owner_id,  BIGINT, REFERENCES(users, id))            \
	COLUMN(flag,      BOOLEAN)                                  \
	COLUMN(small,     SMALLINT)                                 \
	COLUMN(whole,     BIGINT)                                   \
	COLUMN(number,    DOUBLE)                                   \
	COLUMN(single,    REAL)                                     \
	COLUMN(price,     DECIMAL(12, 3))                           \
	COLUMN(exact,     DECIMAL(18, 6), STORED_AS(TEXT))          \
	COLUMN(name,      TEXT)                                     \
	COLUMN(data,      BYTES)                                    \
	COLUMN(born,      DATE)                                     \
	COLUMN(wakes,     TIME)                                     \
	COLUMN(seen,      TIMESTAMP)                                \
	COLUMN(lasts,     INTERVAL)                                 \
	COLUMN(number_id, UUID)                                     \
	COLUMN(document,  JSON)                                     \
	COLUMN(mood,      ENUM(Mood))                               \
	COLUMN(maybe,     NULLABLE(BIGINT))                         \
	COLUMN(remark,    NULLABLE(TEXT))
CQ_MODEL(Thing, things)

#define ThingItem_FIELDS(FIELD)                                 \
	FIELD(id,        BIGINT, things.id)                         \
	FIELD(flag,      BOOLEAN, things.flag)                      \
	FIELD(small,     SMALLINT, things.small)                    \
	FIELD(whole,     BIGINT, things.whole)                      \
	FIELD(number,    DOUBLE, things.number)                     \
	FIELD(single,    REAL, things.single)                       \
	FIELD(price,     DECIMAL(12, 3), things.price)              \
	FIELD(exact,     DECIMAL(18, 6), things.exact)              \
	FIELD(name,      TEXT, things.name)                         \
	FIELD(data,      BYTES, things.data)                        \
	FIELD(born,      DATE, things.born)                         \
	FIELD(wakes,     TIME, things.wakes)                        \
	FIELD(seen,      TIMESTAMP, things.seen)                    \
	FIELD(lasts,     INTERVAL, things.lasts)                    \
	FIELD(number_id, UUID, things.number_id)                    \
	FIELD(document,  JSON, things.document)                     \
	FIELD(mood,      ENUM(Mood), things.mood)                   \
	FIELD(maybe,     NULLABLE(BIGINT), things.maybe)            \
	FIELD(remark,    NULLABLE(TEXT), things.remark)             \
	FIELD(length,    INTEGER, LENGTH(things.name))
CQ_ROW(ThingItem)

#define Owner_FIELDS(FIELD)                                     \
	FIELD(username, TEXT, users.username)                       \
	FIELD(things, LIST(ThingItem), COLLECT(ThingItem, FROM(things), WHERE(EQ(things.owner_id, users.id)), ORDER_BY(DESC(things.id)))) \
	FIELD(number, BIGINT, users.id)
CQ_ROW(Owner)

static Thing thing(int64_t owner, const char *name)
{
	return (Thing){
		.owner_id = owner, .flag = true, .small = -32768, .whole = INT64_MIN, .number = 0.1, .single = 1.5f, .price = {-123456789012, 3}, .exact = {123456789012345678, 6},
		.name = name, .data = {"\0\xff\"", 3}, .born = {-719162}, .wakes = {86399999999}, .seen = {INT64_C(1709251199123456)}, .lasts = {14, -3, 1},
		.number_id = {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255}}, .document = "{\"a\": [1, \"\\u00e4\"]}", .mood = MOOD_ODD,
	};
}

static int with_things(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_create_all(db, (const cq_table *[]){ CQ_TABLE(users), CQ_TABLE(things) }, 2));
	add_user(db, "ann");
	add_user(db, "bob");
	add_user(db, "cid");
	Thing rows[] = { thing(1, "first"), thing(1, "a \"quoted\" \\ \n\t\x01 \xc3\xa4\xf0\x9f\x92\xa9"), thing(3, "") };
	rows[1].whole = INT64_MAX;
	rows[1].number = DBL_MAX;
	rows[1].single = FLT_MAX;
	rows[1].small = 32767;
	rows[1].flag = false;
	rows[1].data = (cq_bytes){"", 0};
	rows[1].mood = MOOD_GOOD;
	rows[1].maybe = (cq_opt_int64){true, -1};
	rows[1].remark = "null";
	rows[2].number = -DBL_MIN;
	rows[2].price = (cq_decimal){1, 3};
	MUST(cq_insert_many(db, Thing, rows, 3));
	return 0;
}

static void assert_same(const ThingItem *item, const Thing *object)
{
	assert_int_equal(item->id, object->id);
	assert_int_equal(item->flag, object->flag);
	assert_int_equal(item->small, object->small);
	assert_true(item->whole == object->whole);
	assert_true(item->number == object->number && item->single == object->single);
	assert_true(item->price.coefficient == object->price.coefficient && item->price.scale == 3);
	assert_true(item->exact.coefficient == object->exact.coefficient && item->exact.scale == 6);
	assert_string_equal(item->name, object->name);
	assert_int_equal(item->data.size, object->data.size);
	assert_memory_equal(item->data.data, object->data.data, object->data.size);
	assert_int_equal(item->born.days, object->born.days);
	assert_true(item->wakes.microseconds == object->wakes.microseconds && item->seen.microseconds == object->seen.microseconds);
	assert_true(item->lasts.months == object->lasts.months && item->lasts.days == object->lasts.days && item->lasts.microseconds == object->lasts.microseconds);
	assert_memory_equal(&item->number_id, &object->number_id, sizeof item->number_id);
	assert_string_equal(item->document, object->document);
	assert_int_equal(item->mood, object->mood);
	assert_int_equal(item->maybe.present, object->maybe.present);
	assert_true(item->maybe.value == object->maybe.value);
	assert_int_equal(item->remark == NULL, object->remark == NULL);
	if (item->remark != NULL)
		assert_string_equal(item->remark, object->remark);
}

static void every_type_comes_back_exactly(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_rows(Owner) owners;
	cq_rows(Thing) stored;
	MUST(cq_all(db, Owner, &owners, SQL(SELECT_ROW(Owner), FROM(users), ORDER_BY(users.id))));
	MUST(cq_all(db, Thing, &stored, SQL(SELECT_ALL(things), FROM(things), ORDER_BY(things.id))));
	assert_int_equal(owners.count, 3);
	assert_string_equal(owners.items[2].username, "cid");
	assert_int_equal(owners.items[2].number, 3);
	assert_int_equal(owners.items[0].things.count, 2);
	assert_int_equal(owners.items[1].things.count, 0);
	assert_null(owners.items[1].things.items);
	assert_int_equal(owners.items[2].things.count, 1);
	assert_same(&owners.items[0].things.items[0], &stored.items[1]);
	assert_same(&owners.items[0].things.items[1], &stored.items[0]);
	assert_same(&owners.items[2].things.items[0], &stored.items[2]);
	assert_int_equal(owners.items[0].things.items[1].length, 5);
	cq_free(&owners);
	cq_free(&stored);
}

/* Lists within lists, and what the tables around them tell. */
#define Word_FIELDS(FIELD) FIELD(title, TEXT, posts.title) FIELD(again, TEXT, users.username)
CQ_ROW(Word)
#define Inner_FIELDS(FIELD)                                     \
	FIELD(id, BIGINT, things.id)                                \
	FIELD(words, LIST(Word), COLLECT(Word, FROM(posts), WHERE(EQ(posts.author_id, things.owner_id)), ORDER_BY(posts.id), LIMIT(2)))
CQ_ROW(Inner)
#define Outer_FIELDS(FIELD)                                     \
	FIELD(username, TEXT, users.username)                       \
	FIELD(total, BIGINT, COUNT(posts.id))                       \
	FIELD(inner, LIST(Inner), COLLECT(Inner, FROM(things), WHERE(EQ(things.owner_id, users.id)), ORDER_BY(things.id)))
CQ_ROW(Outer)

static void lists_nest(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Post written[] = { {.author_id = 1, .title = "one"}, {.author_id = 1, .title = "two"}, {.author_id = 1, .title = "three"}, {.author_id = 2, .title = "four"} };
	cq_rows(Outer) rows;
	Outer *one;
	MUST(cq_insert_many(db, Post, written, 4));
	MUST(cq_all(db, Outer, &rows, SQL(SELECT_ROW(Outer), FROM(users), LEFT_JOIN(posts, ALONG(posts.author_id)), GROUP_BY(users.id), ORDER_BY(users.id))));
	assert_int_equal(rows.count, 3);
	assert_int_equal(rows.items[0].total, 3);
	assert_int_equal(rows.items[0].inner.count, 2);
	assert_int_equal(rows.items[0].inner.items[1].words.count, 2);
	assert_string_equal(rows.items[0].inner.items[1].words.items[1].title, "two");
	assert_string_equal(rows.items[0].inner.items[1].words.items[1].again, "ann");
	assert_int_equal(rows.items[1].inner.count, 0);
	assert_int_equal(rows.items[2].inner.items[0].words.count, 0);
	cq_free(&rows);
	MUST(cq_one(db, Outer, &one, SQL(SELECT_ROW(Outer), FROM(users), LEFT_JOIN(posts, ALONG(posts.author_id)), WHERE(EQ(users.username, "ann")), GROUP_BY(users.id))));
	assert_int_equal(one->inner.count, 2);
	cq_free(&one);
}

static void lists_stream(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream;
	Owner *owner;
	size_t seen = 0, inside = 0;
	MUST(cq_stream_open(db, Owner, NULL, &stream, SQL(SELECT_ROW(Owner), FROM(users), ORDER_BY(users.id))));
	for (;;) {
		MUST(cq_stream_next(stream, &owner));
		if (owner == NULL)
			break;
		seen++;
		for (size_t i = 0; i < owner->things.count; i++)
			inside += owner->things.items[i].id > 0;
	}
	cq_stream_close(&stream);
	assert_int_equal(seen, 3);
	assert_int_equal(inside, 3);
}

/* What another program stored, and a list cannot hold, is an error that says where. */
static void what_does_not_fit_is_refused(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_rows(Owner) owners;
	database_only(CLIENT_SQLITE);
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE things SET small = 70000 WHERE id = 2")));
	assert_int_equal(cq_all(db, Owner, &owners, SQL(SELECT_ROW(Owner), FROM(users))), CQ_OUT_OF_RANGE);
	assert_non_null(strstr(cq_last_error(db)->message, "element 1 of a list of ThingItem, field small: \"70000\" is no SMALLINT"));
	assert_null(owners.items);
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE things SET small = 7, document = x'00ff' WHERE id = 2")));
	assert_int_not_equal(cq_all(db, Owner, &owners, SQL(SELECT_ROW(Owner), FROM(users))), CQ_OK);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_type_comes_back_exactly, with_things, shop_close),
		cmocka_unit_test_setup_teardown(lists_nest, with_things, shop_close),
		cmocka_unit_test_setup_teardown(lists_stream, with_things, shop_close),
		cmocka_unit_test_setup_teardown(what_does_not_fit_is_refused, with_things, shop_close),
	};
	return cmocka_run_group_tests_name("lists of rows", tests, NULL, NULL);
}
