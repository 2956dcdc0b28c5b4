/* relation_columns_test.c: relations over other columns than an automatic key: a unique column that is no key, keys of several columns.
 */
#include "one_session.h"

#define cities_COLUMNS(COLUMN)                                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                         \
	COLUMN(code, VARCHAR(10), UNIQUE)
#define cities_RELATIONS(RELATION)                                          \
	RELATION(people, HAS_MANY(Human, city_code), BACK(city))
#define humans_COLUMNS(COLUMN)                                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                         \
	COLUMN(city_code, NULLABLE(VARCHAR(10)), REFERENCES(cities, code))      \
	COLUMN(name, TEXT)
#define humans_RELATIONS(RELATION)                                          \
	RELATION(city, BELONGS_TO(City, city_code), BACK(people))
/* A line's key is its order's, and a number. */
#define orders_COLUMNS(COLUMN)                                              \
	COLUMN(tenant, INTEGER, PRIMARY_KEY)                                    \
	COLUMN(number, VARCHAR(8), PRIMARY_KEY)
#define orders_RELATIONS(RELATION)                                          \
	RELATION(lines, HAS_MANY(Line, tenant, number), BACK(parent), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY(line))
#define lines_COLUMNS(COLUMN)                                               \
	COLUMN(tenant, INTEGER, PRIMARY_KEY)                                    \
	COLUMN(number, VARCHAR(8), PRIMARY_KEY)                                 \
	COLUMN(line, INTEGER, PRIMARY_KEY)                                      \
	COLUMN(text, TEXT)
#define lines_RELATIONS(RELATION)                                           \
	RELATION(parent, BELONGS_TO(Order, tenant, number), BACK(lines))

CQ_MODEL(City, cities)
CQ_MODEL(Human, humans)
CQ_MODEL(Order, orders)
CQ_MODEL(Line, lines)
CQ_RELATIONS(cities, humans, orders, lines)

static int open_columns(void **state)
{
	(void)state;
	return one_session_open((const cq_table *const[]){ CQ_TABLE(cities), CQ_TABLE(humans), CQ_TABLE(orders), CQ_TABLE(lines) }, 4);
}

static City rome, oslo;
static Human ann, bob, eve;

static void fill_cities(void)
{
	rome = CQ_NEW(City, .code = "rome");
	oslo = CQ_NEW(City, .code = "oslo");
	ann = CQ_NEW(Human, .name = "ann");
	bob = CQ_NEW(Human, .name = "bob");
	eve = CQ_NEW(Human, .name = "eve");
	MUST(cq_add(session, City, &rome));
	MUST(cq_add(session, City, &oslo));
	MUST(cq_append(session, &rome, cities.people, &ann));
	MUST(cq_append(session, &rome, cities.people, &bob));
	MUST(cq_append(session, &oslo, cities.people, &eve));
	MUST(cq_commit(session));
	assert_string_equal(ann.city_code, "rome");
}

/* Of a parent that is deleted the children in the session lose what they refer to it by, whether it shows them or not. */
static void a_unique_column_is_let_go_of(void **state)
{
	(void)state;
	fill_cities();
	MUST(cq_append(session, &oslo, cities.people, &ann));
	MUST(cq_delete(session, &rome));
	MUST(cq_commit(session));
	assert_string_equal(ann.city_code, "oslo");
	assert_null(bob.city_code);
	assert_null(cq_related(bob.city));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM humans WHERE city_code IS NULL"), 1);
	const int64_t city = oslo.id, human = eve.id;
	session_again();
	City *found;
	Human *known;
	MUST(cq_get(session, City, &found, city));
	MUST(cq_get(session, Human, &known, human));
	MUST(cq_delete(session, found));
	MUST(cq_commit(session));
	assert_null(known->city_code);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM humans WHERE city_code IS NULL"), 3);
}

static void many_are_let_go_of_at_once(void **state)
{
	enum { CITIES = 50 };
	static City many[CITIES];
	static Human in[CITIES];
	static char codes[CITIES][16];
	(void)state;
	for (int i = 0; i < CITIES; i++) {
		(void)snprintf(codes[i], sizeof codes[i], "c%d", i);
		many[i] = CQ_NEW(City, .code = codes[i]);
		in[i] = CQ_NEW(Human, .name = "h", .city_code = codes[i]);
	}
	MUST(cq_add_all(session, City, many, CITIES));
	MUST(cq_flush(session));
	MUST(cq_add_all(session, Human, in, CITIES));
	MUST(cq_commit(session));
	for (int i = 1; i < CITIES; i++)
		MUST(cq_delete(session, &many[i]));
	MUST(cq_commit(session));
	assert_string_equal(in[0].city_code, "c0");
	for (int i = 1; i < CITIES; i++)
		assert_null(in[i].city_code);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM humans WHERE city_code IS NULL"), CITIES - 1);
}

/* Two lines that change places have each other's key. */
static void a_key_within_a_key_is_swapped(void **state)
{
	(void)state;
	Order a = { .tenant = 1, .number = "a" }, b = { .tenant = 2, .number = "a" };
	Line x = { .line = 1, .text = "x" }, y = { .line = 1, .text = "y" }, *found;
	MUST(cq_add(session, Order, &a));
	MUST(cq_add(session, Order, &b));
	MUST(cq_append(session, &a, orders.lines, &x));
	MUST(cq_append(session, &b, orders.lines, &y));
	MUST(cq_commit(session));
	MUST(cq_append(session, &b, orders.lines, &x));
	MUST(cq_append(session, &a, orders.lines, &y));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM lines WHERE tenant = 2 AND text = 'x'"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM lines WHERE tenant = 1 AND text = 'y'"), 1);
	MUST(cq_get(session, Line, &found, 2, "a", 1));
	assert_ptr_equal(found, &x);
	MUST(cq_delete(session, &b));
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, &x), CQ_DETACHED);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM lines"), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_columns, one_session_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_unique_column_is_let_go_of),
		TEST(many_are_let_go_of_at_once),
		TEST(a_key_within_a_key_is_swapped),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
