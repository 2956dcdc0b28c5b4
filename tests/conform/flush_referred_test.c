/* flush_referred_test.c: a parent's key, or UNIQUE column that children name, is changed in the same flush as they come: its UPDATE goes first.
 */
#include "one_session.h"

#define cities_COLUMNS(COLUMN)                                          \
	COLUMN(id, VARCHAR(10), PRIMARY_KEY)                            \
	COLUMN(code, VARCHAR(10), UNIQUE)                               \
	COLUMN(size, INTEGER)
#define people_COLUMNS(COLUMN)                                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                 \
	COLUMN(city_code, NULLABLE(VARCHAR(10)), REFERENCES(cities, code)) \
	COLUMN(home_id, NULLABLE(VARCHAR(10)), REFERENCES(cities, id))  \
	COLUMN(name, TEXT)
#define streets_COLUMNS(COLUMN)                                         \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                 \
	COLUMN(city_code, NULLABLE(VARCHAR(10)), REFERENCES(cities, code), ON_UPDATE(CASCADE)) \
	COLUMN(name, TEXT)
#define labels_COLUMNS(COLUMN)                                          \
	COLUMN(word, VARCHAR(10), PRIMARY_KEY)                          \
	COLUMN(size, INTEGER)
#define city_labels_COLUMNS(COLUMN)                                     \
	COLUMN(city_id, VARCHAR(10), PRIMARY_KEY, REFERENCES(cities, id)) \
	COLUMN(word, VARCHAR(10), PRIMARY_KEY, REFERENCES(labels, word))
#define cities_RELATIONS(RELATION)                                      \
	RELATION(people, HAS_MANY(Person, city_code), BACK(city), ORDERED_BY(id)) \
	RELATION(owners, HAS_MANY(Person, home_id), BACK(home), ORDERED_BY(id)) \
	RELATION(streets, HAS_MANY(Street, city_code), BACK(city), ORDERED_BY(id)) \
	RELATION(labels, MANY_TO_MANY(Label, city_labels, city_id, word), BACK(cities))
#define people_RELATIONS(RELATION)                                      \
	RELATION(city, BELONGS_TO(City, city_code), BACK(people))       \
	RELATION(home, BELONGS_TO(City, home_id), BACK(owners))
#define streets_RELATIONS(RELATION) RELATION(city, BELONGS_TO(City, city_code), BACK(streets))
#define labels_RELATIONS(RELATION) RELATION(cities, MANY_TO_MANY(City, city_labels, word, city_id), BACK(labels))

CQ_MODEL(City, cities)
CQ_MODEL(Person, people)
CQ_MODEL(Street, streets)
CQ_MODEL(Label, labels)
CQ_ASSOCIATION(city_labels)
CQ_RELATIONS(cities, people, streets, labels)

static int open_cities(void **state)
{
	(void)state;
	return one_session_open((const cq_table *const[]){ CQ_TABLE(cities), CQ_TABLE(people), CQ_TABLE(streets), CQ_TABLE(labels),
		CQ_TABLE(city_labels) }, 5);
}

static void add_city(City *city)
{
	MUST(cq_add(session, City, city));
	MUST(cq_commit(session));
	forget_sent();
}

static void a_new_primary_key(void **state)
{
	(void)state;
	City city = CQ_NEW(City, .id = "i1", .code = "a");
	Person ann = CQ_NEW(Person, .name = "ann");
	add_city(&city);
	city.id = "i9";
	MUST(cq_append(session, &city, cities.owners, &ann));
	MUST(cq_commit(session));
	assert_sent("BEGIN; UPDATE cities 1; INSERT people 1; COMMIT");
	assert_string_equal(ann.home_id, "i9");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM people WHERE home_id = 'i9'"), 1);
}

static void a_new_unique_value(void **state)
{
	(void)state;
	City city = CQ_NEW(City, .id = "i1", .code = "a");
	Person ann = CQ_NEW(Person, .name = "ann"), bob = CQ_NEW(Person, .name = "bob", .city_code = "b"), eve = CQ_NEW(Person, .name = "eve");
	add_city(&city);
	city.code = "b";
	MUST(cq_append(session, &city, cities.people, &ann));
	/* By hand is as good. */
	MUST(cq_add(session, Person, &bob));
	MUST(cq_commit(session));
	assert_sent("BEGIN; UPDATE cities 1; INSERT people 2; COMMIT");
	assert_string_equal(ann.city_code, "b");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM people WHERE city_code = 'b'"), 2);
	/* Another column is waited for by nobody. */
	city.size = 7;
	MUST(cq_append(session, &city, cities.people, &eve));
	MUST(cq_commit(session));
	assert_sent("BEGIN; INSERT people 1; UPDATE cities 1; COMMIT");
}

/* Two cities exchange their codes while each gets somebody new; a third gives its code away to a new city. */
static void unique_values_that_pass_on(void **state)
{
	(void)state;
	City one = CQ_NEW(City, .id = "i1", .code = "a"), two = CQ_NEW(City, .id = "i2", .code = "b");
	City three = CQ_NEW(City, .id = "i3", .code = "c"), four = CQ_NEW(City, .id = "i4", .code = "c");
	Person p[4] = { CQ_NEW(Person, .name = "1"), CQ_NEW(Person, .name = "2"), CQ_NEW(Person, .name = "3"), CQ_NEW(Person, .name = "4") };
	add_city(&one);
	add_city(&two);
	add_city(&three);
	one.code = "b";
	two.code = "a";
	three.code = "d";
	MUST(cq_add(session, City, &four));
	MUST(cq_append(session, &one, cities.people, &p[0]));
	MUST(cq_append(session, &two, cities.people, &p[1]));
	MUST(cq_append(session, &three, cities.people, &p[2]));
	MUST(cq_append(session, &four, cities.people, &p[3]));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM people p JOIN cities c ON c.code = p.city_code WHERE"
		" (p.name = '1' AND c.code = 'b' AND c.id = 'i1') OR (p.name = '2' AND c.code = 'a' AND c.id = 'i2')"
		" OR (p.name = '3' AND c.code = 'd' AND c.id = 'i3') OR (p.name = '4' AND c.code = 'c' AND c.id = 'i4')"), 4);
}

static void an_association(void **state)
{
	(void)state;
	City city = CQ_NEW(City, .id = "i1", .code = "a");
	Label label = { .word = "x" }, more = { .word = "z" };
	Person ann = CQ_NEW(Person, .name = "ann");
	MUST(cq_add(session, Label, &label));
	add_city(&city);
	city.id = "i9";
	label.word = "y";
	MUST(cq_append(session, &city, cities.labels, &label));
	MUST(cq_append(session, &city, cities.labels, &more));
	MUST(cq_append(session, &city, cities.owners, &ann));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM city_labels WHERE city_id = 'i9' AND word IN ('y', 'z')"), 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM people WHERE home_id = 'i9'"), 1);
}

/* A child that moves in the same flush waits as well; one that names the old value is refused, and nothing is half done. */
static void children_that_are_there(void **state)
{
	(void)state;
	City one = CQ_NEW(City, .id = "i1", .code = "a"), two = CQ_NEW(City, .id = "i2", .code = "b");
	Person ann = CQ_NEW(Person, .name = "ann"), bob = CQ_NEW(Person, .name = "bob");
	add_city(&one);
	add_city(&two);
	MUST(cq_append(session, &two, cities.people, &ann));
	MUST(cq_commit(session));
	one.code = "c";
	MUST(cq_append(session, &one, cities.people, &ann));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM people WHERE city_code = 'c'"), 1);
	one.code = "d";
	MUST(cq_append(session, &one, cities.people, &bob));
	REFUSED(cq_flush(session), CQ_FOREIGN_KEY, "");
	assert_string_equal(one.code, "d");
	assert_int_equal(cq_state_of(session, &bob), CQ_PENDING);
	MUST(cq_rollback(session));
	assert_string_equal(one.code, "c");
	assert_string_equal(ann.city_code, "c");
	assert_int_equal(cq_state_of(session, &bob), CQ_TRANSIENT);
	assert_int_equal(cq_count(one.people), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM people WHERE city_code = 'c'"), 1);
}

/* The database changes the foreign keys of rows that are there; their objects learn it when they are read again, and until then nothing of it is
 * written back. */
static void children_that_the_database_takes_along(void **state)
{
	(void)state;
	City city = CQ_NEW(City, .id = "i1", .code = "a");
	Street old = CQ_NEW(Street, .name = "old"), new = CQ_NEW(Street, .name = "new");
	add_city(&city);
	MUST(cq_append(session, &city, cities.streets, &old));
	MUST(cq_commit(session));
	city.code = "b";
	old.name = "older";
	MUST(cq_append(session, &city, cities.streets, &new));
	MUST(cq_commit(session));
	assert_string_equal(new.city_code, "b");
	assert_string_equal(old.city_code, "a");
	old.name = "oldest";
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM streets WHERE city_code = 'b' AND name IN ('oldest', 'new')"), 2);
	MUST(cq_refresh(session, &old));
	assert_string_equal(old.city_code, "b");
	/* Not refreshed, they name what the city has no more: it is refused, and done when they are. */
	city.code = "c";
	MUST(cq_commit(session));
	assert_string_equal(old.city_code, "b");
	assert_int_equal(cq_count(city.streets), 2);
	MUST(cq_delete(session, &city));
	REFUSED(cq_commit(session), CQ_FOREIGN_KEY, "");
	MUST(cq_rollback(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM streets WHERE city_code = 'c'"), 2);
	MUST(cq_refresh(session, &old));
	MUST(cq_refresh(session, &new));
	MUST(cq_delete(session, &city));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM streets WHERE city_code IS NULL"), 2);
	assert_null(old.city_code);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_cities, one_session_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_primary_key),
		TEST(a_new_unique_value),
		TEST(unique_values_that_pass_on),
		TEST(an_association),
		TEST(children_that_are_there),
		TEST(children_that_the_database_takes_along),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
