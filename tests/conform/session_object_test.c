/* session_object_test.c: objects come into a session, are found by key, marked, declared out of date, taken out, and asked about. */
#include "relation.h"

#include "base/alloc.h"

#define seats_COLUMNS(COLUMN)                        \
	COLUMN(row, INTEGER, PRIMARY_KEY)                \
	COLUMN(place, VARCHAR(4), PRIMARY_KEY)           \
	COLUMN(price, NULLABLE(DECIMAL(10, 2)))          \
	COLUMN(weight, NULLABLE(SMALLINT))               \
	COLUMN(since, NULLABLE(TIMESTAMP))               \
	COLUMN(taken, BOOLEAN)
CQ_MODEL(Seat, seats)
#define tokens_COLUMNS(COLUMN)                       \
	COLUMN(id, UUID, PRIMARY_KEY)                    \
	COLUMN(day, DATE)
CQ_MODEL(Token, tokens)
#define counted_twice_COLUMNS(COLUMN)                \
	COLUMN(id, BIGINT, PRIMARY_KEY)                  \
	COLUMN(first, INTEGER, VERSION)                  \
	COLUMN(second, INTEGER, VERSION)
CQ_MODEL(CountedTwice, counted_twice)
#define gone_twice_COLUMNS(COLUMN)                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)                  \
	COLUMN(gone_at, NULLABLE(TIMESTAMP), SOFT_DELETE) \
	CQ_SOFT_DELETE(COLUMN)
CQ_MODEL(GoneTwice, gone_twice)

static int open_more(void **state)
{
	const int failed = relation_open(state);
	const cq_table *const tables[] = { MODEL(Seat), MODEL(Token) };
	MUST(cq_create_all(cq_session_connection(session), tables, 2));
	forget_sent();
	return failed;
}
#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_more, one_session_close)

static User ann, bob;

static void two_users(void)
{
	ann = CQ_NEW(User, .name = "ann");
	bob = CQ_NEW(User, .name = "bob");
	ADDED(User, &ann);
	ADDED(User, &bob);
	COMMIT();
	forget_sent();
}

/* ---- adding --------------------------------------------------------------------------------------------------------- */

static void an_object_becomes_a_row_with_the_flush(void **state)
{
	(void)state;
	User user = CQ_NEW(User, .name = "ann");
	assert_int_equal(cq_state_of(session, &user), CQ_TRANSIENT);
	ADDED(User, &user);
	assert_int_equal(cq_state_of(session, &user), CQ_PENDING);
	assert_true(cq_is_modified(session, &user) && cq_has_changes(session));
	assert_sent("");
	FLUSH();
	assert_int_equal(cq_state_of(session, &user), CQ_PERSISTENT);
	assert_true(user.id != 0);
	assert_string_equal(user.mood, "calm");
	assert_false(cq_is_modified(session, &user) || cq_has_changes(session));
	COMMIT();
	assert_sent("BEGIN; INSERT users 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'ann' AND mood = 'calm'"), 1);
	FLUSH();
	COMMIT();
	assert_sent("");
}

static void adding_again_is_nothing(void **state)
{
	(void)state;
	User user = CQ_NEW(User, .name = "ann");
	ADDED(User, &user);
	ADDED(User, &user);
	COMMIT();
	ADDED(User, &user);
	COMMIT();
	assert_sent("BEGIN; INSERT users 1; COMMIT");
	DELETED(&user);
	ADDED(User, &user);
	COMMIT();
	assert_sent("");
	DELETED(&user);
	FLUSH();
	REFUSED(cq_add(session, User, &user), CQ_MISUSE, "was deleted in this transaction");
	COMMIT();
	assert_int_equal(cq_state_of(session, &user), CQ_DETACHED);
	/* A copy of it is another row. */
	user.id = 0;
	ADDED(User, &user);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 1);
}

static void what_cannot_be_added(void **state)
{
	(void)state;
	User user = CQ_NEW(User, .name = "ann");
	User *const none = NULL;
	REFUSED(cq_add(session, User, none), CQ_MISUSE, "NULL");
	ADDED(User, &user);
	REFUSED(cq_session_add(session, MODEL(Tag), &user), CQ_MISUSE, "as a User", "a Tag");
	CountedTwice counted = CQ_NEW(CountedTwice);
	REFUSED(cq_add(session, CountedTwice, &counted), CQ_MISUSE, "counted_twice has two columns that say VERSION, first and second");
	GoneTwice *gone;
	REFUSED(cq_get(session, GoneTwice, &gone, 1), CQ_MISUSE, "gone_twice has two columns that say SOFT_DELETE, gone_at and deleted_at");
	REFUSED(cq_session_add(session, NULL, &user), CQ_MISUSE, "table");
	assert_int_equal(cq_session_error(session)->line, 0);
	REFUSED(cq_add(session, User, none), CQ_MISUSE, "NULL");
	assert_int_equal(cq_session_error(session)->line, __LINE__ - 1);
	assert_string_equal(cq_session_error(session)->file, __FILE__);
}

/* The variable of an object that has a row is used for the next one. */
static void a_row_keeps_the_key_that_the_database_made(void **state)
{
	(void)state;
	User user = CQ_NEW(User, .name = "ann");
	ADDED(User, &user);
	COMMIT();
	const int64_t id = user.id;
	char was[40], is[40];
	(void)snprintf(was, sizeof was, "the User %lld has another users.id", (long long)id);
	forget_sent();
	user = CQ_NEW(User, .name = "bob");
	REFUSED(cq_flush(session), CQ_MISUSE, was, "by now, 0:", "memory of its own");
	user.id = id + 6;
	(void)snprintf(is, sizeof is, "by now, %lld:", (long long)user.id);
	REFUSED(cq_commit(session), CQ_MISUSE, was, is);
	assert_sent("");
	user.id = id;
	user.mood = "calm"; /* CQ_NEW has left it to the database */
	COMMIT();
	assert_sent("BEGIN; UPDATE users 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'bob'"), 1);
}

static void many_are_added_together(void **state)
{
	(void)state;
	static User many[500];
	for (int i = 0; i < 500; i++)
		many[i] = CQ_NEW(User, .name = "n");
	MUST(cq_add_all(session, User, many, 500));
	COMMIT();
	for (int i = 1; i < 500; i++)
		assert_true(many[i].id > many[i - 1].id);
	forget_sent();
	assert_ptr_equal(GET(User, many[321].id), &many[321]);
	assert_sent("");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 500);
}

static void a_new_object_is_the_sessions(void **state)
{
	(void)state;
	char name[] = "ann";
	User *made, *empty;
	MUST(cq_add_new(session, User, &made, .name = name, .bio = "x"));
	memset(name, 'z', 3);
	assert_string_equal(made->name, "ann");
	assert_int_equal(cq_state_of(session, made), CQ_PENDING);
	assert_empty(made->posts);
	COMMIT();
	assert_sent("BEGIN; INSERT users 1; COMMIT");
	assert_ptr_equal(GET(User, made->id), made);
	MUST(cq_add_new(session, User, &empty));
	assert_null(empty->name);
	/* What it is given later is copied when it is written. */
	char bio[] = "in a buffer";
	made->bio = bio;
	empty->name = "e";
	FLUSH();
	memset(bio, 'z', 3);
	assert_string_equal(made->bio, "in a buffer");
	assert_false(cq_is_modified(session, made));
}

/* ---- by key --------------------------------------------------------------------------------------------------------- */

static void a_row_has_one_object(void **state)
{
	(void)state;
	two_users();
	assert_ptr_equal(GET(User, ann.id), &ann);
	assert_ptr_equal(GET(User, (int)ann.id), &ann);
	assert_sent("");
	session_again();
	User *const found = GET(User, ann.id);
	assert_sent("SELECT");
	assert_ptr_not_equal(found, &ann);
	assert_string_equal(found->name, "ann");
	assert_false(cq_is_loaded(found->posts));
	assert_ptr_equal(GET(User, ann.id), found);
	assert_sent("");
	cq_objects(User) all;
	MUST(cq_all(session, User, &all, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id))));
	assert_int_equal(all.count, 2);
	assert_ptr_equal(all.items[0], found);
	assert_ptr_equal(GET(User, bob.id), all.items[1]);
	cq_free(&all);
	assert_string_equal(GET(User, bob.id)->name, "bob");
	assert_null(GET(User, ann.id + bob.id));
	assert_sent("SELECT; SELECT");
}

static void keys_have_the_types_of_their_columns(void **state)
{
	(void)state;
	Seat seat = { .row = 3, .place = "b", .weight = { true, 7 } };
	Token token = { .id = { { 1, 2, 3 } }, .day = { 19000 } };
	ADDED(Seat, &seat);
	ADDED(Token, &token);
	COMMIT();
	session_again();
	Seat *found;
	Token *known;
	const char *const place = "b";
	MUST(cq_get(session, Seat, &found, 3, place));
	assert_int_equal(found->weight.value, 7);
	MUST(cq_get(session, Seat, &found, ((cq_opt_int32){ true, 3 }), "b"));
	MUST(cq_get(session, Seat, &found, 3, "c"));
	assert_null(found);
	MUST(cq_get(session, Token, &known, token.id));
	assert_int_equal(known->day.days, 19000);
	assert_sent("SELECT; SELECT; SELECT");
	REFUSED(cq_get(session, Seat, &found, "b", 3), CQ_WRONG_TYPE, "seats.row", "INTEGER", "TEXT");
	/* These the compiler refuses where cq_get is written. */
	REFUSED(cq_session_get(session, CQ_TABLE(seats), &found, (const cq_value[]){ { .integer = 3 } }, (const uint8_t[]){ CQ_TYPE_BIGINT }, 1), CQ_MISUSE, "seats: 2", "given: 1");
	REFUSED(cq_get(session, Seat, &found, INT64_C(1) << 40, "b"), CQ_OUT_OF_RANGE, "seats.row");
	REFUSED(cq_get(session, Seat, &found, 3, (const char *)NULL), CQ_NULL_VALUE, "seats.place");
	REFUSED(cq_get(session, Seat, &found, ((cq_opt_int32){ 0 }), "b"), CQ_NULL_VALUE, "seats.row");
	REFUSED(cq_session_get(session, CQ_TABLE(tokens), &known, (const cq_value[]){ { .integer = 3 } }, (const uint8_t[]){ CQ_TYPE_BIGINT }, 1), CQ_WRONG_TYPE, "tokens.id", "UUID");
	assert_string_equal(cq_session_error(session)->column, "id");
	assert_null(found);
	assert_sent("");
}

static void what_is_pending_is_written_before_it_is_looked_for(void **state)
{
	(void)state;
	Seat seat = { .row = 1, .place = "a" };
	Seat *found;
	ADDED(Seat, &seat);
	MUST(cq_get(session, Seat, &found, 1, "a"));
	assert_ptr_equal(found, &seat);
	assert_sent("BEGIN; INSERT seats 1");
	ROLLBACK();
	cq_session_close(&session);
	const cq_session_options options = { .no_autoflush = true };
	MUST(cq_session_open(engine, &options, &session));
	forget_sent();
	ADDED(Seat, &seat);
	MUST(cq_get(session, Seat, &found, 1, "a"));
	assert_null(found);
	assert_sent("SELECT");
}

/* ---- leaving -------------------------------------------------------------------------------------------------------- */

static void what_is_deleted_leaves_with_the_commit(void **state)
{
	(void)state;
	two_users();
	DELETED(&ann);
	assert_int_equal(cq_state_of(session, &ann), CQ_PERSISTENT);
	assert_true(cq_is_modified(session, &ann));
	FLUSH();
	assert_int_equal(cq_state_of(session, &ann), CQ_DELETED);
	assert_null(GET(User, ann.id));
	COMMIT();
	assert_int_equal(cq_state_of(session, &ann), CQ_DETACHED);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 1);
	User carol = CQ_NEW(User, .name = "carol");
	ADDED(User, &carol);
	DELETED(&carol);
	assert_int_equal(cq_state_of(session, &carol), CQ_TRANSIENT);
	COMMIT();
	assert_sent("");
	REFUSED(cq_delete(session, &carol), CQ_MISUSE, "cq_delete", "not of this session");
}

static void what_is_taken_out_can_come_back(void **state)
{
	(void)state;
	two_users();
	MUST(cq_expunge(session, &ann));
	assert_int_equal(cq_state_of(session, &ann), CQ_DETACHED);
	ann.name = "anna";
	COMMIT();
	assert_sent("");
	ADDED(User, &ann);
	assert_int_equal(cq_state_of(session, &ann), CQ_PERSISTENT);
	assert_true(cq_is_modified(session, &ann));
	COMMIT();
	assert_sent("BEGIN; UPDATE users 1; COMMIT");
	assert_ptr_equal(GET(User, ann.id), &ann);
	/* Another object may stand where one stood. */
	MUST(cq_expunge(session, &ann));
	ann = CQ_NEW(User, .name = "carol");
	ADDED(User, &ann);
	COMMIT();
	assert_sent("BEGIN; INSERT users 1; COMMIT");
}

static void the_row_of_what_was_taken_out_can_have_another_object(void **state)
{
	(void)state;
	two_users();
	MUST(cq_expunge(session, &ann));
	User *const other = GET(User, ann.id);
	assert_ptr_not_equal(other, &ann);
	REFUSED(cq_add(session, User, &ann), CQ_MISUSE, "another object", "users");
	assert_int_equal(cq_state_of(session, other), CQ_PERSISTENT);
	assert_ptr_equal(GET(User, ann.id), other);
}

static void all_are_taken_out(void **state)
{
	(void)state;
	two_users();
	User carol = CQ_NEW(User, .name = "carol");
	ADDED(User, &carol);
	ann.name = "x";
	MUST(cq_expunge_all(session));
	assert_int_equal(cq_state_of(session, &ann), CQ_DETACHED);
	assert_int_equal(cq_state_of(session, &carol), CQ_TRANSIENT);
	assert_false(cq_has_changes(session));
	COMMIT();
	assert_sent("");
	assert_string_equal(GET(User, ann.id)->name, "ann");
}

static void what_was_loaded_stays_readable(void **state)
{
	(void)state;
	two_users();
	session_again();
	User *const found = GET(User, ann.id);
	MUST(cq_expunge_all(session));
	assert_string_equal(found->name, "ann");
	User *const again = GET(User, ann.id);
	assert_ptr_not_equal(again, found);
}

/* ---- out of date ---------------------------------------------------------------------------------------------------- */

static void what_is_out_of_date_is_read_by_the_next_call(void **state)
{
	(void)state;
	two_users();
	ann.bio = "not written";
	ELSEWHERE("UPDATE users SET name = 'anna'");
	assert_ptr_equal(GET(User, ann.id), &ann);
	assert_string_equal(ann.name, "ann");
	assert_sent("");
	MUST(cq_expire(session, &ann));
	assert_true(cq_is_expired(session, &ann));
	assert_null(ann.bio);
	assert_string_equal(ann.name, "ann");
	assert_ptr_equal(GET(User, ann.id), &ann);
	assert_sent("SELECT");
	assert_string_equal(ann.name, "anna");
	assert_false(cq_is_expired(session, &ann));
	/* A statement does the same, and of what is not expired nothing is written over. */
	ELSEWHERE("UPDATE users SET name = 'carol'");
	MUST(cq_expire(session, &ann));
	bob.bio = "mine";
	cq_objects(User) all;
	MUST(cq_all(session, User, &all, SQL(SELECT_ALL(users), FROM(users))));
	cq_free(&all);
	assert_string_equal(ann.name, "carol");
	assert_string_equal(bob.name, "bob");
	assert_string_equal(bob.bio, "mine");
}

static void refreshing_reads_at_once(void **state)
{
	(void)state;
	two_users();
	ann.bio = "not written";
	ELSEWHERE("UPDATE users SET name = 'anna'");
	MUST(cq_refresh(session, &ann));
	/* With its posts and its profile, which are loaded and have CASCADE(ALL). */
	assert_sent("SELECT; SELECT; SELECT");
	assert_string_equal(ann.name, "anna");
	assert_null(ann.bio);
	assert_false(cq_is_modified(session, &ann));
	ELSEWHERE("DELETE FROM users WHERE name = 'anna' AND id <> (SELECT MAX(id) FROM users)");
	REFUSED(cq_refresh(session, &ann), CQ_NO_ROW, "users", "gone");
	User carol = CQ_NEW(User, .name = "carol");
	ADDED(User, &carol);
	REFUSED(cq_refresh(session, &carol), CQ_MISUSE, "no row");
	REFUSED(cq_expire(session, &carol), CQ_MISUSE, "no row");
	MUST(cq_expire_all(session));
	assert_true(cq_is_expired(session, &bob) && cq_is_expired(session, &ann));
	assert_null(GET(User, ann.id));
	assert_string_equal(GET(User, bob.id)->name, "anna");
}

static void a_row_that_is_gone_gives_its_key_away(void **state)
{
	(void)state;
	Seat seat = { .row = 1, .place = "a" }, other = { .row = 1, .place = "a", .taken = true };
	ADDED(Seat, &seat);
	COMMIT();
	ELSEWHERE("DELETE FROM seats");
	ADDED(Seat, &other);
	COMMIT();
	assert_int_equal(cq_state_of(session, &seat), CQ_DETACHED);
	Seat *found;
	MUST(cq_get(session, Seat, &found, 1, "a"));
	assert_ptr_equal(found, &other);
}

/* ---- columns -------------------------------------------------------------------------------------------------------- */

static void a_text_changed_in_place_is_written(void **state)
{
	(void)state;
	char bio[] = "old";
	User user = CQ_NEW(User, .name = "ann", .bio = bio);
	ADDED(User, &user);
	COMMIT();
	assert_false(cq_is_modified(session, &user));
	memcpy(bio, "new", 3);
	assert_true(cq_is_modified(session, &user));
	forget_sent();
	COMMIT();
	assert_sent("BEGIN; UPDATE users 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE bio = 'new'"), 1);
}

static void a_column_is_set_by_its_name(void **state)
{
	(void)state;
	Seat seat = { .row = 1, .place = "a" };
	char place[] = "b";
	ADDED(Seat, &seat);
	MUST(cq_set_field(session, &seat, "place", place));
	place[0] = 'z';
	MUST(cq_set_field(session, &seat, "weight", 7));
	MUST(cq_set_field(session, &seat, "price", ((cq_decimal){ 15, 1 })));
	MUST(cq_set_field(session, &seat, "taken", true));
	MUST(cq_set_field(session, &seat, "since", ((cq_timestamp){ 5 })));
	assert_string_equal(seat.place, "b");
	assert_true(seat.weight.present && seat.weight.value == 7);
	assert_true(seat.price.present && seat.price.value.coefficient == 150 && seat.price.value.scale == 2);
	assert_true(seat.taken);
	assert_int_equal(seat.since.value.microseconds, 5);
	MUST(cq_set_field(session, &seat, "weight", NULL));
	MUST(cq_set_field(session, &seat, "price", 3));
	assert_false(seat.weight.present);
	assert_int_equal(seat.price.value.coefficient, 300);
	REFUSED(cq_set_field(session, &seat, "colour", 1), CQ_MISUSE, "seats", "colour");
	REFUSED(cq_set_field(session, &seat, "weight", 70000), CQ_OUT_OF_RANGE, "seats.weight");
	REFUSED(cq_set_field(session, &seat, "weight", "heavy"), CQ_WRONG_TYPE, "seats.weight");
	REFUSED(cq_set_field(session, &seat, "price", ((cq_decimal){ 12345, 4 })), CQ_OUT_OF_RANGE, "seats.price");
	REFUSED(cq_set_field(session, &seat, "place", "much too long"), CQ_TOO_LARGE, "seats.place");
	REFUSED(cq_set_field(session, &seat, "place", NULL), CQ_NULL_VALUE, "seats.place");
	REFUSED(cq_set_field(session, &seat, "place", "\xff"), CQ_BAD_TEXT, "UTF-8");
	COMMIT();
	REFUSED(cq_set_field(session, &seat, "row", 2), CQ_MISUSE, "primary key");
	MUST(cq_set_field(session, &seat, "taken", false));
	forget_sent();
	COMMIT();
	assert_sent("BEGIN; UPDATE seats 1; COMMIT");
	Seat stranger = { .row = 9 };
	REFUSED(cq_set_field(session, &stranger, "row", 2), CQ_MISUSE, "not of this session");
}

/* ---- memory --------------------------------------------------------------------------------------------------------- */

static void results_are_kept_or_copied(void **state)
{
	(void)state;
	enum { COUNT = 100 };
	static User many[COUNT];
	for (int i = 0; i < COUNT; i++)
		many[i] = CQ_NEW(User, .name = i % 2 == 0 ? "even" : "odd", .bio = "a text that is no constant");
	MUST(cq_add_all(session, User, many, COUNT));
	COMMIT();
	session_again();
	/* One is known before, later half of them, at last all. */
	User *const first = GET(User, many[0].id);
	cq_objects(User) some, all;
	for (int round = 0; round < 3; round++) {
		MUST(cq_all(session, User, &some, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.name, "even")), ORDER_BY(users.id))));
		MUST(cq_all(session, User, &all, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id))));
		assert_int_equal(some.count, COUNT / 2);
		assert_int_equal(all.count, COUNT);
		assert_ptr_equal(all.items[0], first);
		for (int i = 0; i < COUNT; i++) {
			assert_string_equal(all.items[i]->name, many[i].name);
			assert_string_equal(all.items[i]->bio, many[i].bio);
			if (i % 2 == 0)
				assert_ptr_equal(all.items[i], some.items[i / 2]);
		}
		cq_free(&some);
		cq_free(&all);
	}
	FLUSH();
	assert_sent("SELECT; SELECT; SELECT; SELECT; SELECT; SELECT; SELECT");
}

enum { STEPS = 5 };

static cq_status without_memory(int step)
{
	User carol = CQ_NEW(User, .name = "carol");
	User *found = NULL;
	cq_objects(User) all;
	cq_status status = CQ_OK;
	switch (step) {
	case 0:
		status = cq_get(session, User, &found, bob.id);
		break;
	case 1:
		if ((status = cq_add(session, User, &carol)) == CQ_OK)
			status = cq_expunge(session, &carol);
		break;
	case 2:
		status = cq_all(session, User, &all, SQL(SELECT_ALL(users), FROM(users)));
		cq_free(&all);
		break;
	case 3:
		status = cq_add_new(session, User, &found, .name = "dave");
		assert_int_equal(found != NULL, status == CQ_OK);
		if (found != NULL && cq_delete(session, found) != CQ_OK)
			fail();
		break;
	case 4:
		status = cq_begin(session, NULL);
		if (status == CQ_OK)
			status = cq_rollback(session);
		break;
	default:
		break;
	}
	return status;
}

static void failure_of_memory_changes_nothing(void **state)
{
	(void)state;
	two_users();
	for (int step = 0; step < STEPS; step++) {
		cq_status status = CQ_NO_MEMORY;
		for (long n = 1; status != CQ_OK; n++) {
			session_again();
			cq__alloc_fail_after(n);
			status = without_memory(step);
			cq__alloc_fail_after(0);
			if (status != CQ_OK) {
				assert_int_equal(status, CQ_NO_MEMORY);
				assert_int_equal(cq_session_error(session)->code, CQ_NO_MEMORY);
			}
			assert_false(cq_has_changes(session));
			assert_string_equal(GET(User, bob.id)->name, "bob");
		}
	}
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(an_object_becomes_a_row_with_the_flush),
		TEST(adding_again_is_nothing),
		TEST(what_cannot_be_added),
		TEST(a_row_keeps_the_key_that_the_database_made),
		TEST(many_are_added_together),
		TEST(a_new_object_is_the_sessions),
		TEST(a_row_has_one_object),
		TEST(keys_have_the_types_of_their_columns),
		TEST(what_is_pending_is_written_before_it_is_looked_for),
		TEST(what_is_deleted_leaves_with_the_commit),
		TEST(what_is_taken_out_can_come_back),
		TEST(the_row_of_what_was_taken_out_can_have_another_object),
		TEST(all_are_taken_out),
		TEST(what_was_loaded_stays_readable),
		TEST(what_is_out_of_date_is_read_by_the_next_call),
		TEST(refreshing_reads_at_once),
		TEST(a_row_that_is_gone_gives_its_key_away),
		TEST(a_text_changed_in_place_is_written),
		TEST(a_column_is_set_by_its_name),
		TEST(results_are_kept_or_copied),
		TEST(failure_of_memory_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
