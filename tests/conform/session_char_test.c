/* session_char_test.c: a CHAR(n) that is shorter than n as a key and as a foreign key: one object a row, whatever a database makes of it.
 */
#include "one_session.h"

#define countries_COLUMNS(COLUMN)                                       \
	COLUMN(code, CHAR(5), PRIMARY_KEY)                              \
	COLUMN(name, TEXT)                                              \
	COLUMN(label, NULLABLE(CHAR(5)), UNIQUE)
#define towns_COLUMNS(COLUMN)                                           \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                 \
	COLUMN(country_code, NULLABLE(CHAR(5)), REFERENCES(countries, code)) \
	COLUMN(name, TEXT)
#define rivers_COLUMNS(COLUMN)                                          \
	COLUMN(code, CHAR(4), PRIMARY_KEY)                              \
	COLUMN(name, TEXT)
#define country_rivers_COLUMNS(COLUMN)                                  \
	COLUMN(country_code, CHAR(5), PRIMARY_KEY, REFERENCES(countries, code)) \
	COLUMN(river_code, CHAR(4), PRIMARY_KEY, REFERENCES(rivers, code))
#define countries_RELATIONS(RELATION)                                   \
	RELATION(towns, HAS_MANY(Town, country_code), BACK(country), ORDERED_BY(id)) \
	RELATION(rivers, MANY_TO_MANY(River, country_rivers, country_code, river_code), BACK(countries))
#define towns_RELATIONS(RELATION) RELATION(country, BELONGS_TO(Country, country_code), BACK(towns))
#define rivers_RELATIONS(RELATION) RELATION(countries, MANY_TO_MANY(Country, country_rivers, river_code, country_code), BACK(rivers))

CQ_MODEL(Country, countries)
CQ_MODEL(Town, towns)
CQ_MODEL(River, rivers)
CQ_ASSOCIATION(country_rivers)
CQ_RELATIONS(countries, towns, rivers)

static int open_codes(void **state)
{
	(void)state;
	return one_session_open((const cq_table *const[]){ CQ_TABLE(countries), CQ_TABLE(towns), CQ_TABLE(rivers), CQ_TABLE(country_rivers) }, 4);
}

static size_t read_size(const char *text, size_t full)
{
	return database_kind() == CLIENT_POSTGRES ? full : strlen(text);
}

/* The program's own objects are found again by statements, by cq_get with and without blanks, and by statements that change rows. */
static void one_object_a_row(void **state)
{
	(void)state;
	Country given[] = { { .code = "ab", .name = "1" }, { .code = "abcde", .name = "2" }, { .code = "AB", .name = "3" }, { .code = " ab", .name = "4" },
		{ .code = "", .name = "5" } };
	enum { COUNT_OF_GIVEN = sizeof given / sizeof *given };
	cq_objects(Country) all;
	Country *found;
	MUST(cq_add_all(session, Country, given, COUNT_OF_GIVEN));
	MUST(cq_commit(session));
	for (unsigned pass = 0; pass < 2; pass++) {
		MUST(cq_all(session, Country, &all, SQL(SELECT_ALL(countries), FROM(countries))));
		assert_int_equal(all.count, COUNT_OF_GIVEN);
		for (size_t i = 0; i < all.count; i++)
			assert_true(all.items[i] >= given && all.items[i] < given + COUNT_OF_GIVEN);
		cq_free(&all);
		/* Expired, they are read as the database has them, and stay what they are. */
		MUST(cq_expire_all(session));
	}
	MUST(cq_refresh(session, &given[0]));
	assert_int_equal(strlen(given[0].code), read_size("ab", 5));
	forget_sent();
	MUST(cq_get(session, Country, &found, "ab"));
	assert_ptr_equal(found, &given[0]);
	MUST(cq_get(session, Country, &found, given[0].code));
	assert_ptr_equal(found, &given[0]);
	MUST(cq_flush(session));
	assert_int_equal(sent(), 0);
	/* A short key instead of the one that was read is no other row. */
	given[0].code = "ab";
	given[0].name = "one";
	MUST(cq_commit(session));
	MUST(cq_get(session, Country, &found, "ab"));
	assert_ptr_equal(found, &given[0]);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM countries WHERE name = 'one'"), 1);
	/* The keys of what a statement has changed come back with blanks, too. */
	MUST(cq_execute(session, NULL, SQL(UPDATE(countries, SET(name, "two")), WHERE(EQ(countries.code, "ab")))));
	MUST(cq_get(session, Country, &found, "ab"));
	assert_string_equal(found->name, "two");
	assert_ptr_equal(found, &given[0]);
	MUST(cq_execute(session, NULL, SQL(DELETE_FROM(countries), WHERE(EQ(countries.code, "ab")))));
	assert_int_equal(cq_state_of(session, &given[0]), CQ_DELETED);
	MUST(cq_get(session, Country, &found, "ab"));
	assert_null(found);
	MUST(cq_commit(session));
}

/* A database that does not fill up has two rows, and so has the session. */
static void blanks_are_said_where_they_count(void **state)
{
	(void)state;
	Country one = { .code = "ab", .name = "1" }, two = { .code = "ab  ", .name = "2" }, *found;
	MUST(cq_add(session, Country, &one));
	MUST(cq_commit(session));
	if (database_kind() == CLIENT_POSTGRES) {
		MUST(cq_get(session, Country, &found, "ab  "));
		assert_ptr_equal(found, &one);
		MUST(cq_add(session, Country, &two));
		assert_int_equal(cq_flush(session), CQ_UNIQUE);
		MUST(cq_rollback(session));
		return;
	}
	MUST(cq_add(session, Country, &two));
	MUST(cq_commit(session));
	MUST(cq_get(session, Country, &found, "ab  "));
	assert_ptr_equal(found, &two);
	MUST(cq_get(session, Country, &found, "ab"));
	assert_ptr_equal(found, &one);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM countries"), 2);
}

/* Children that are read have their foreign key with blanks, the parent of the program's has its key without: they belong together. */
static void relations_are_wired(void **state)
{
	(void)state;
	Country country = { .code = "ab", .name = "1" }, other = { .code = "cd", .name = "2" };
	Town town = CQ_NEW(Town, .name = "t"), village = CQ_NEW(Town, .name = "v");
	River river = { .code = "r", .name = "r" };
	MUST(cq_add(session, Country, &country));
	MUST(cq_add(session, Country, &other));
	MUST(cq_append(session, &country, countries.towns, &town));
	MUST(cq_append(session, &country, countries.towns, &village));
	MUST(cq_append(session, &country, countries.rivers, &river));
	MUST(cq_commit(session));
	for (unsigned joined = 0; joined < 2; joined++) {
		session_again();
		Country known = { .code = "ab", .name = "1" }, *found, *merged;
		cq_objects(Country) all;
		/* A short key in the session: what is read is wired to it. */
		MUST(cq_merge(session, Country, &known, &merged));
		merged->code = "ab";
		MUST(joined ? cq_all(session, Country, &all, SQL(SELECT_ALL(countries), FROM(countries), ORDER_BY(countries.code),
			OPTIONS(JOINED(countries.towns), JOINED(countries.rivers))))
			: cq_all(session, Country, &all, SQL(SELECT_ALL(countries), FROM(countries), ORDER_BY(countries.code),
			OPTIONS(SELECTIN(countries.towns), SELECTIN(countries.rivers), SELECTIN(countries.rivers, rivers.countries)))));
		assert_int_equal(all.count, 2);
		found = all.items[0];
		assert_ptr_equal(found, merged);
		cq_free(&all);
		assert_int_equal(cq_count(found->towns), 2);
		assert_int_equal(cq_count(found->rivers), 1);
		Town *const first = cq_items(found->towns)[0];
		MUST(cq_load(session, first, towns.country));
		assert_ptr_equal(cq_related(first->country), found);
		MUST(cq_commit(session));
	}
	/* The parents of children that are read, the program's own among them. */
	session_again();
	Country third = { .code = "ef", .name = "3" };
	Town hamlet = CQ_NEW(Town, .name = "h", .country_code = "ef");
	MUST(cq_add(session, Country, &third));
	MUST(cq_flush(session));
	MUST(cq_add(session, Town, &hamlet));
	MUST(cq_commit(session));
	cq_objects(Town) towns_of;
	MUST(cq_all(session, Town, &towns_of, SQL(SELECT_ALL(towns), FROM(towns), ORDER_BY(towns.id), OPTIONS(SELECTIN(towns.country)))));
	assert_int_equal(towns_of.count, 3);
	assert_ptr_equal(cq_related(towns_of.items[2]->country), &third);
	assert_ptr_equal(cq_related(towns_of.items[0]->country), cq_related(towns_of.items[1]->country));
	assert_non_null(cq_related(towns_of.items[0]->country));
	cq_free(&towns_of);
	/* And from the other side, while the parent's key is short and the children's are not. */
	session_again();
	Country fourth = { .code = "gh", .name = "4" };
	MUST(cq_add(session, Country, &fourth));
	MUST(cq_commit(session));
	ELSEWHERE("INSERT INTO towns (country_code, name) VALUES ('gh', 'one'), ('gh', 'two')");
	MUST(cq_load(session, &fourth, countries.towns));
	assert_int_equal(cq_count(fourth.towns), 2);
	MUST(cq_delete(session, &fourth));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM towns WHERE country_code IS NULL"), 2);
}

/* What was read with blanks and is written without them, or the other way round, is no change where they say nothing. */
static void blanks_are_no_change(void **state)
{
	(void)state;
	Country country = { .code = "ab", .name = "1", .label = "x" };
	MUST(cq_add(session, Country, &country));
	MUST(cq_commit(session));
	MUST(cq_refresh(session, &country));
	country.code = "ab";
	country.label = "x";
	forget_sent();
	MUST(cq_flush(session));
	assert_sent("");
	country.label = "x  ";
	MUST(cq_flush(session));
	assert_sent(database_kind() == CLIENT_POSTGRES ? "" : "BEGIN; UPDATE countries 1");
	MUST(cq_rollback(session));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_codes, one_session_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_object_a_row),
		TEST(blanks_are_said_where_they_count),
		TEST(relations_are_wired),
		TEST(blanks_are_no_change),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
