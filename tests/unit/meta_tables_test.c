/* meta_tables_test.c: names, keys, identity and default markers of tables and columns made by hand.
 *
 * It knows nothing of statements.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "meta/model.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#define PLACE(i) ((uint32_t)(sizeof(cq_table) + (i) * sizeof(cq_column)))
#define COLUMN(i, name, type, flags) { name, PLACE(i), CQ_TYPE_##type, flags, 0 }

static const cq_enum moods = { "mood", 0, NULL, NULL };

static const cq_attribute attributes[] = {
	{ .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_SQL_NAME, .first = "the name" },
	{ .kind = CQ_ATTRIBUTE_LENGTH, .number = 50 },
	{ .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_PRECISION, .number = 10, .integer = 2 },
	{ .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_DEFAULT_CALL },
	{ .kind = CQ_ATTRIBUTE_ENUM, .first = &moods },
	{ .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_DEFAULT, .number = CQ_TYPE_BIGINT },
	{ .kind = CQ_ATTRIBUTE_END },
};
static const cq_attribute options[] = {
	{ .kind = CQ_OPTION_SQL_NAME, .first = "Items" },
	{ .kind = CQ_OPTION_SCHEMA, .first = "shop" },
	{ .kind = CQ_OPTION_INDEX },
	{ .kind = CQ_OPTION_INDEX },
	{ .kind = CQ_OPTION_END },
};

#define ITEM_COLUMNS                                                                             \
	{                                                                                            \
		COLUMN(0, "id", BIGINT, CQ_COLUMN_PRIMARY_KEY), COLUMN(1, "name", VARCHAR, 0),           \
			COLUMN(2, "price", DECIMAL, CQ_COLUMN_NULLABLE),                                     \
			COLUMN(3, "mood", ENUM, CQ_COLUMN_DEFAULT), COLUMN(4, "stock", INTEGER, CQ_COLUMN_DEFAULT), \
	}

typedef struct item_table {
	cq_table table;
	cq_column columns[5];
} item_table;

static const item_table items = { { "items", NULL, attributes, options, NULL, "Item", 0, 5, NULL, 0 }, ITEM_COLUMNS };
static const item_table items_copy = { { "items", NULL, attributes, options, NULL, "Item", 0, 5, NULL, 0 }, ITEM_COLUMNS };
static const item_table other_schema = { { "items", NULL, attributes, NULL, NULL, "Item", 0, 5, NULL, 0 }, ITEM_COLUMNS };
static const item_table parts = { { "parts", &items.table, attributes, NULL, NULL, "Item", 0, 5, NULL, 0 }, ITEM_COLUMNS };
static const item_table parts_copy = { { "parts", &items_copy.table, attributes, NULL, NULL, "Item", 0, 5, NULL, 0 }, ITEM_COLUMNS };
static const item_table spares = { { "spares", &items.table, attributes, NULL, NULL, "Item", 0, 5, NULL, 0 }, ITEM_COLUMNS };

static void columns_find_their_way(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < 5; i++) {
		assert_ptr_equal(cq_column_table(&items.columns[i]), &items.table);
		assert_int_equal(cq_column_index(&items.columns[i]), i);
		assert_ptr_equal(&cq_table_columns(&items.table)[i], &items.columns[i]);
	}
	assert_ptr_equal(cq__table_column(&items.table, "price"), &items.columns[2]);
	assert_null(cq__table_column(&items.table, "prices"));
}

static void attributes_belong_to_their_column(void **state)
{
	(void)state;
	assert_null(cq__column_attribute(&items.columns[0], CQ_ATTRIBUTE_SQL_NAME));
	assert_int_equal(cq__column_attribute(&items.columns[1], CQ_ATTRIBUTE_LENGTH)->number, 50);
	assert_null(cq__column_attribute(&items.columns[1], CQ_ATTRIBUTE_PRECISION));
	assert_non_null(cq__column_attribute(&items.columns[4], CQ_ATTRIBUTE_DEFAULT));
	assert_null(cq__column_attribute(&items.columns[3], CQ_ATTRIBUTE_DEFAULT));
	assert_int_equal(cq__column_scale(&items.columns[2]), 2);
	assert_int_equal(cq__column_scale(&items.columns[0]), 0);
	assert_ptr_equal(cq__column_enum(&items.columns[3]), &moods);
	assert_null(cq__column_enum(&items.columns[4]));
}

static void names_of_the_database(void **state)
{
	(void)state;
	assert_string_equal(cq__column_sql_name(&items.columns[0]), "id");
	assert_string_equal(cq__column_sql_name(&parts.columns[1]), "the name");
	assert_string_equal(cq__table_sql_name(&items.table), "Items");
	assert_string_equal(cq__table_sql_name(&parts.table), "Items");
	assert_string_equal(cq__table_sql_name(&other_schema.table), "items");
	assert_string_equal(cq__table_exposed_name(&parts.table), "parts");
	assert_string_equal(cq__table_exposed_name(&items.table), "Items");
	assert_string_equal(cq__table_schema(&parts.table), "shop");
	assert_null(cq__table_schema(&other_schema.table));
	const cq_attribute *const first = cq__table_option(&items.table, CQ_OPTION_INDEX, NULL);
	assert_ptr_equal(first, &options[2]);
	assert_ptr_equal(cq__table_option(&items.table, CQ_OPTION_INDEX, first), &options[3]);
	assert_null(cq__table_option(&items.table, CQ_OPTION_INDEX, &options[3]));
	assert_null(cq__table_option(&other_schema.table, CQ_OPTION_INDEX, NULL));
}

static void copies_are_one_table(void **state)
{
	(void)state;
	assert_true(cq__same_table(&items.table, &items.table));
	assert_true(cq__same_table(&items.table, &items_copy.table));
	assert_false(cq__same_table(&items.table, &other_schema.table));
	assert_false(cq__same_table(&items.table, &parts.table));
	assert_true(cq__same_table(&parts.table, &parts_copy.table));
	assert_false(cq__same_table(&parts.table, &spares.table));
	assert_true(cq__same_column(&items.columns[1], &items_copy.columns[1]));
	assert_false(cq__same_column(&items.columns[1], &items.columns[2]));
	assert_false(cq__same_column(&items.columns[1], &parts.columns[1]));
}

static void keys_and_required_columns(void **state)
{
	(void)state;
	assert_ptr_equal(cq__primary_key_next(&items.table, NULL), &items.columns[0]);
	assert_null(cq__primary_key_next(&items.table, &items.columns[0]));
	assert_true(cq__column_auto_key(&items.columns[0]));
	assert_false(cq__column_auto_key(&items.columns[4]));
	assert_false(cq__column_required(&items.columns[0]));
	assert_true(cq__column_required(&items.columns[1]));
	assert_false(cq__column_required(&items.columns[2]));
	assert_true(cq__column_required(&items.columns[3])); /* DEFAULT_CALL: the database knows nothing of it */
	assert_false(cq__column_required(&items.columns[4]));
}

static void keys_that_are_not_automatic(void **state)
{
	(void)state;
	static const cq_attribute referencing[] = {
		{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_REFERENCES, .first = "items", .second = "id" },
		{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_END },
	};
	struct {
		cq_table table;
		cq_column columns[2];
	} pair = { { "pair", NULL, NULL, NULL, NULL, "Pair", 0, 2, NULL, 0 },
		{ COLUMN(0, "a", BIGINT, CQ_COLUMN_PRIMARY_KEY), COLUMN(1, "b", INTEGER, 0) } };
	assert_true(cq__column_auto_key(&pair.columns[0]));
	pair.columns[1].flags = CQ_COLUMN_PRIMARY_KEY;
	assert_false(cq__column_auto_key(&pair.columns[0]));
	assert_false(cq__column_auto_key(&pair.columns[1]));
	assert_ptr_equal(cq__primary_key_next(&pair.table, &pair.columns[0]), &pair.columns[1]);
	pair.columns[1].flags = 0;
	pair.table.attributes = referencing;
	assert_false(cq__column_auto_key(&pair.columns[0]));
	pair.columns[0].flags |= CQ_COLUMN_AUTO_INCREMENT;
	assert_true(cq__column_auto_key(&pair.columns[0]));
	pair.table.attributes = NULL;
	pair.columns[0].flags = CQ_COLUMN_PRIMARY_KEY | CQ_COLUMN_DEFAULT;
	assert_false(cq__column_auto_key(&pair.columns[0]));
	pair.columns[0].flags = CQ_COLUMN_PRIMARY_KEY;
	pair.columns[0].type = CQ_TYPE_TEXT;
	assert_false(cq__column_auto_key(&pair.columns[0]));
	assert_true(cq__column_required(&pair.columns[0]));
}

/* Whether a member counts as left to the database in a column with DEFAULT_SQL; without one it never does. */
static bool is_marker(cq_type type, uint8_t flags, const void *member)
{
	struct {
		cq_table table;
		cq_column column;
	} one = { { "one", NULL, NULL, NULL, NULL, "One", 0, 1, NULL, 0 }, { "c", PLACE(0), (uint8_t)type, flags, 0 } };
	assert_false(cq__is_default_marker(&one.column, member));
	one.column.flags |= CQ_COLUMN_DATABASE_DEFAULT;
	return cq__is_default_marker(&one.column, member);
}

#define EXPECT_MARKER(type, optional, marker, ordinary)                                                      \
	do {                                                                                                     \
		optional given = { .present = true, .value = marker };                                               \
		assert_true(is_marker(CQ_TYPE_##type, 0, &given.value));                                             \
		assert_true(is_marker(CQ_TYPE_##type, CQ_COLUMN_NULLABLE, &given));                                  \
		given.present = false;                                                                               \
		assert_false(is_marker(CQ_TYPE_##type, CQ_COLUMN_NULLABLE, &given));                                 \
		given = (optional){ .present = true, .value = ordinary };                                            \
		assert_false(is_marker(CQ_TYPE_##type, 0, &given.value));                                            \
		assert_false(is_marker(CQ_TYPE_##type, CQ_COLUMN_NULLABLE, &given));                                 \
	} while (0)

static float marked_float(void)
{
	const uint32_t bits = 0x7fc0c0de;
	float value;
	memcpy(&value, &bits, sizeof value);
	return value;
}

static double marked_double(void)
{
	const uint64_t bits = UINT64_C(0x7ff800000000c0de);
	double value;
	memcpy(&value, &bits, sizeof value);
	return value;
}

static void markers_of_every_type(void **state)
{
	(void)state;
	const cq_uuid all_ones = { { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 } };
	EXPECT_MARKER(SMALLINT, cq_opt_int16, INT16_MIN, 0);
	EXPECT_MARKER(INTEGER, cq_opt_int32, INT32_MIN, 0);
	EXPECT_MARKER(BIGINT, cq_opt_int64, INT64_MIN, INT32_MIN);
	EXPECT_MARKER(ENUM, cq_opt_enum, INT_MIN, 0);
	EXPECT_MARKER(REAL, cq_opt_float, marked_float(), NAN);
	EXPECT_MARKER(DOUBLE, cq_opt_double, marked_double(), (double)NAN);
	EXPECT_MARKER(DECIMAL, cq_opt_decimal, ((cq_decimal){ INT64_MIN, 0 }), ((cq_decimal){ 0, 0 }));
	EXPECT_MARKER(DATE, cq_opt_date, ((cq_date){ INT32_MIN }), ((cq_date){ 0 }));
	EXPECT_MARKER(TIME, cq_opt_time, ((cq_time){ INT64_MIN }), ((cq_time){ 0 }));
	EXPECT_MARKER(TIMESTAMP, cq_opt_timestamp, ((cq_timestamp){ INT64_MIN + 1 }), ((cq_timestamp){ INT64_MIN }));
	EXPECT_MARKER(INTERVAL, cq_opt_interval, ((cq_interval){ 0, 0, INT64_MIN }), ((cq_interval){ 0, 0, 0 }));
	EXPECT_MARKER(UUID, cq_opt_uuid, all_ones, ((cq_uuid){ { 0 } }));
}

static const char *const name_and_price[] = { "price", "name", NULL };
static const char *const only_stock[] = { "stock", NULL };
static const cq_attribute unique_options[] = {
	{ .kind = CQ_OPTION_UNIQUE, .first = only_stock },
	{ .kind = CQ_OPTION_INDEX_WHERE, .first = "stock > 0" },
	{ .kind = CQ_OPTION_UNIQUE, .first = name_and_price, .second = "both" },
	{ .kind = CQ_OPTION_END },
};
static const item_table unique_items = {
	{ "items", NULL, attributes, unique_options, NULL, "Item", 0, 5, NULL, 0 },
	{
		COLUMN(0, "id", BIGINT, CQ_COLUMN_PRIMARY_KEY), COLUMN(1, "name", VARCHAR, 0), COLUMN(2, "price", DECIMAL, 0),
		COLUMN(3, "mood", ENUM, CQ_COLUMN_UNIQUE), COLUMN(4, "stock", INTEGER, 0),
	},
};
static const item_table pair_items = {
	{ "pairs", NULL, attributes, NULL, NULL, "Item", 0, 5, NULL, 0 },
	{
		COLUMN(0, "id", BIGINT, CQ_COLUMN_PRIMARY_KEY | CQ_COLUMN_UNIQUE), COLUMN(1, "name", VARCHAR, CQ_COLUMN_PRIMARY_KEY),
		COLUMN(2, "price", DECIMAL, 0), COLUMN(3, "mood", ENUM, 0), COLUMN(4, "stock", INTEGER, 0),
	},
};

static bool is_unique(const item_table *table, uint32_t a, uint32_t b)
{
	const cq_column *const columns[] = { &table->columns[a], &table->columns[b] };
	return cq__table_unique_over(&table->table, columns, a == b ? 1 : 2);
}

static void what_rows_are_unique_over(void **state)
{
	(void)state;
	assert_true(is_unique(&unique_items, 0, 0));
	assert_true(is_unique(&unique_items, 3, 3));
	assert_true(is_unique(&unique_items, 1, 2));
	assert_true(is_unique(&unique_items, 2, 1));
	assert_false(is_unique(&unique_items, 1, 1));
	assert_false(is_unique(&unique_items, 0, 1));
	assert_false(is_unique(&unique_items, 4, 4)); /* only where its condition holds */
	assert_false(cq__table_unique_over(&unique_items.table, NULL, 0));
	assert_int_equal(cq__table_unique_count(&unique_items.table), 3);
	assert_true(is_unique(&pair_items, 1, 0));
	assert_true(is_unique(&pair_items, 0, 0));
	assert_false(is_unique(&pair_items, 1, 1));
	assert_int_equal(cq__table_unique_count(&pair_items.table), 2);
	assert_int_equal(cq__table_unique_count(&items.table), 1);
}

static const cq_row_field derived_fields[] = {
	{ "mood", 0, CQ_TYPE_ENUM, 0, 0, &moods },
	{ "price", 8, CQ_TYPE_DECIMAL, 0, 4, NULL },
};
static const cq_row_type derived_row = { "Cheap", derived_fields, 2, 24 };
static const cq_row_type another_row = { "Other", derived_fields, 2, 24 };
static const cq_attribute derived_options[] = { { .kind = CQ_OPTION_DERIVED, .first = &derived_row }, { .kind = CQ_OPTION_END } };
static const cq_attribute another_options[] = { { .kind = CQ_OPTION_DERIVED, .first = &another_row }, { .kind = CQ_OPTION_END } };

typedef struct derived_table {
	cq_table table;
	cq_column columns[2];
} derived_table;

#define DERIVED_COLUMNS { COLUMN(0, "mood", ENUM, 0), COLUMN(1, "price", DECIMAL, 0) }
static const derived_table cheap = { { "items", NULL, NULL, derived_options, NULL, "Cheap", 0, 2, NULL, 0 }, DERIVED_COLUMNS };
static const derived_table cheap_copy = { { "items", NULL, NULL, derived_options, NULL, "Cheap", 0, 2, NULL, 0 }, DERIVED_COLUMNS };
static const derived_table another = { { "items", NULL, NULL, another_options, NULL, "Cheap", 0, 2, NULL, 0 }, DERIVED_COLUMNS };
static const derived_table alias = { { "second", &cheap.table, NULL, NULL, NULL, "Cheap", 0, 2, NULL, 0 }, DERIVED_COLUMNS };

static void tables_that_are_queries(void **state)
{
	(void)state;
	assert_true(cq__table_derived(&cheap.table));
	assert_true(cq__table_derived(&alias.table));
	assert_false(cq__table_derived(&items.table));
	assert_false(cq__table_derived(&parts.table));
	assert_ptr_equal(cq__table_row(&alias.table), &derived_row);
	assert_null(cq__table_row(&items.table));
	assert_ptr_equal(cq__column_enum(&alias.columns[0]), &moods);
	assert_null(cq__column_enum(&cheap.columns[1]));
	assert_int_equal(cq__column_scale(&cheap.columns[1]), 4);
	assert_string_equal(cq__table_exposed_name(&cheap.table), "items");
	assert_string_equal(cq__table_exposed_name(&alias.table), "second");
	assert_string_equal(cq__column_sql_name(&cheap.columns[1]), "price");
	assert_true(cq__same_table(&cheap.table, &cheap_copy.table));
	assert_true(cq__same_column(&cheap.columns[1], &cheap_copy.columns[1]));
	assert_false(cq__same_table(&cheap.table, &another.table));
	assert_false(cq__same_table(&cheap.table, &alias.table));
	assert_false(cq__same_table(&cheap.table, &other_schema.table)); /* a table of its name */
	assert_int_equal(cq__table_unique_count(&cheap.table), 0);
}

static void references_of_columns(void **state)
{
	(void)state;
	static const cq_attribute rows[] = {
		{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN },
		{ .kind = CQ_ATTRIBUTE_REFERENCES, .first = "users", .second = "id" }, { .kind = CQ_ATTRIBUTE_END },
	};
	static const derived_table posts = { { "posts", NULL, rows, NULL, NULL, "Post", 0, 2, NULL, 0 }, DERIVED_COLUMNS };
	const char *table = NULL, *column = NULL;
	assert_false(cq__column_reference(&posts.columns[0], &table, &column));
	assert_null(table);
	assert_true(cq__column_reference(&posts.columns[1], &table, &column));
	assert_string_equal(table, "users");
	assert_string_equal(column, "id");
}

static void markers_of_texts(void **state)
{
	(void)state;
	const char *text = cq_default_text;
	cq_bytes bytes = { cq_default_text, 0 };
	const bool truth = true;
	assert_true(is_marker(CQ_TYPE_TEXT, 0, &text));
	assert_true(is_marker(CQ_TYPE_VARCHAR, CQ_COLUMN_NULLABLE, &text));
	assert_true(is_marker(CQ_TYPE_JSON, 0, &text));
	assert_true(is_marker(CQ_TYPE_BYTES, 0, &bytes));
	text = "DEFAULT";
	bytes.data = "DEFAULT";
	assert_false(is_marker(CQ_TYPE_TEXT, 0, &text));
	assert_false(is_marker(CQ_TYPE_BYTES, 0, &bytes));
	text = NULL;
	assert_false(is_marker(CQ_TYPE_CHAR, CQ_COLUMN_NULLABLE, &text));
	assert_false(is_marker(CQ_TYPE_BOOLEAN, 0, &truth));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_find_their_way),
		cmocka_unit_test(attributes_belong_to_their_column),
		cmocka_unit_test(names_of_the_database),
		cmocka_unit_test(copies_are_one_table),
		cmocka_unit_test(keys_and_required_columns),
		cmocka_unit_test(keys_that_are_not_automatic),
		cmocka_unit_test(what_rows_are_unique_over),
		cmocka_unit_test(tables_that_are_queries),
		cmocka_unit_test(references_of_columns),
		cmocka_unit_test(markers_of_every_type),
		cmocka_unit_test(markers_of_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
