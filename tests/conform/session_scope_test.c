/* session_scope_test.c: CQ_SESSION opens a session and closes it however it is left; what stands beside it: cq_append_all, cq_create_all of a
 * session, CQ_TABLES, cq_some_….
 */
#include "relation.h"

#define leaves_COLUMNS(COLUMN)                           \
	COLUMN(id, BIGINT, PRIMARY_KEY)                      \
	COLUMN(tree, BIGINT)
CQ_MODEL(Leaf, leaves)
#define every_COLUMNS(COLUMN)                            \
	COLUMN(id, BIGINT, PRIMARY_KEY)                      \
	COLUMN(a_bool, NULLABLE(BOOLEAN))                    \
	COLUMN(a_int16, NULLABLE(SMALLINT))                  \
	COLUMN(a_int32, NULLABLE(INTEGER))                   \
	COLUMN(a_int64, NULLABLE(BIGINT))                    \
	COLUMN(a_float, NULLABLE(REAL))                      \
	COLUMN(a_double, NULLABLE(DOUBLE))                   \
	COLUMN(a_decimal, NULLABLE(DECIMAL(10, 2)))          \
	COLUMN(a_date, NULLABLE(DATE))                       \
	COLUMN(a_time, NULLABLE(TIME))                       \
	COLUMN(a_timestamp, NULLABLE(TIMESTAMP))             \
	COLUMN(a_interval, NULLABLE(INTERVAL))               \
	COLUMN(a_uuid, NULLABLE(UUID))                       \
	COLUMN(a_enum, NULLABLE(ENUM(Hue)))
#define Hue_VALUES(VALUE) VALUE(HUE_RED, "red") VALUE(HUE_BLUE, "blue")
CQ_ENUM(Hue)
CQ_MODEL(Every, every)

static int64_t users_seen(void)
{
	return SEEN("SELECT COUNT(*) FROM users");
}

/* ---- CQ_SESSION ----------------------------------------------------------------------------------------------------- */

typedef enum leaving { LEAVE_AT_THE_END, LEAVE_BY_BREAK, LEAVE_BY_CONTINUE, LEAVE_BY_RETURN, LEAVE_BY_TRY, LEAVE_BY_GOTO, LEAVE_CLOSED } leaving;

static cq_status leave(leaving how, bool commits, int *behind)
{
	User ann = CQ_NEW(User, .name = "ann");
	*behind = 0;
	CQ_SESSION(engine, NULL, work) {
		CQ_TRY(cq_add(work, User, &ann));
		CQ_TRY(cq_flush(work));
		assert_true(cq_in_transaction(work));
		if (commits)
			CQ_TRY(cq_commit(work));
		if (how == LEAVE_BY_BREAK)
			break;
		if (how == LEAVE_BY_CONTINUE)
			continue;
		if (how == LEAVE_BY_RETURN)
			return CQ_NO_ROW;
		if (how == LEAVE_BY_TRY)
			CQ_TRY(cq_refresh(work, NULL));
		if (how == LEAVE_BY_GOTO)
			goto out;
		if (how == LEAVE_CLOSED)
			cq_session_close(&work);
		++*behind;
	}
	*behind += 10;
out:
	return CQ_OK;
}

static void it_closes_however_it_is_left(void **state)
{
	(void)state;
	static const struct {
		leaving how;
		cq_status status;
		int behind;
	} ways[] = { { LEAVE_AT_THE_END, CQ_OK, 11 }, { LEAVE_BY_BREAK, CQ_OK, 10 }, { LEAVE_BY_CONTINUE, CQ_OK, 10 },
		{ LEAVE_BY_RETURN, CQ_NO_ROW, 0 }, { LEAVE_BY_TRY, CQ_MISUSE, 0 }, { LEAVE_BY_GOTO, CQ_OK, 0 }, { LEAVE_CLOSED, CQ_OK, 11 } };
	int behind = -1;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		assert_int_equal(leave(ways[i].how, false, &behind), ways[i].status);
		assert_int_equal(behind, ways[i].behind);
		assert_sent("BEGIN; INSERT users 1; ROLLBACK");
		assert_int_equal(users_seen(), 0);
	}
	assert_int_equal(leave(LEAVE_BY_TRY, false, &behind), CQ_MISUSE);
	assert_non_null(strstr(cq_engine_error(engine)->message, "NULL"));
	forget_sent();
	assert_int_equal(leave(LEAVE_BY_RETURN, true, &behind), CQ_NO_ROW);
	assert_sent("BEGIN; INSERT users 1; COMMIT");
	assert_int_equal(users_seen(), 1);
}

static cq_status in_a_transaction(cq_status gives)
{
	User ann = CQ_NEW(User, .name = "ann"), bob = CQ_NEW(User, .name = "bob");
	CQ_SESSION(engine, NULL, work) {
		CQ_TRANSACTION(work) {
			CQ_TRY(cq_add(work, User, &ann));
			CQ_SAVEPOINT(work)
				CQ_TRY(cq_add(work, User, &bob));
			CQ_TRY(gives);
		}
		assert_false(cq_in_transaction(work));
		assert_true(bob.id != 0);
	}
	return CQ_OK;
}

static void a_transaction_stands_inside(void **state)
{
	(void)state;
	assert_int_equal(in_a_transaction(CQ_STALE), CQ_STALE);
	assert_int_equal(users_seen(), 0);
	assert_int_equal(in_a_transaction(CQ_OK), CQ_OK);
	assert_int_equal(users_seen(), 2);
}

static cq_status one_in_the_other(void)
{
	const cq_session_options options = { .no_autoflush = true };
	int64_t count = -1;
	CQ_SESSION(engine, NULL, first) {
		User *ann, *bob;
		CQ_TRY(cq_add_new(first, User, &ann, .name = "ann"));
		CQ_TRY(cq_commit(first));
		CQ_SESSION(engine, &options, second) {
			CQ_TRY(cq_add_new(second, User, &bob, .name = "bob"));
			CQ_TRY(cq_scalar(second, &count, SQL(SELECT(COUNT(users.id)), FROM(users))));
			assert_int_equal(count, 1);
			CQ_TRY(cq_commit(second));
		}
		CQ_TRY(cq_scalar(first, &count, SQL(SELECT(COUNT(users.id)), FROM(users))));
		assert_int_equal(count, 2);
	}
	return CQ_OK;
}

static void one_stands_in_another(void **state)
{
	(void)state;
	assert_int_equal(one_in_the_other(), CQ_OK);
}

static cq_status open_wrongly(bool *ran)
{
	const cq_session_options wrong = { .hook_count = 1 };
	CQ_SESSION(engine, &wrong, work)
		*ran = work != NULL || true;
	*ran = true;
	return CQ_OK;
}

static void one_that_cannot_open_is_returned(void **state)
{
	(void)state;
	bool ran = false;
	assert_int_equal(open_wrongly(&ran), CQ_MISUSE);
	assert_false(ran);
	assert_non_null(strstr(cq_engine_error(engine)->message, "hooks or routes are counted, and NULL"));
}

static void its_status_is_stored(void **state)
{
	(void)state;
	const cq_session_options wrong = { .hook_count = 1 };
	cq_status status = CQ_OK;
	int ran = 0;
	CQ_SESSION_STATUS(engine, &wrong, work, &status)
		ran += work != NULL ? 1 : 100;
	assert_int_equal(status, CQ_MISUSE);
	assert_int_equal(ran, 0);
	CQ_SESSION_STATUS(engine, NULL, work, &status) {
		assert_int_equal(status, CQ_OK);
		ran++;
		User *ann;
		status = cq_add_new(work, User, &ann, .name = "ann");
		if (status == CQ_OK)
			status = cq_flush(work);
		if (status == CQ_OK)
			break;
		ran += 100;
	}
	assert_int_equal(status, CQ_OK);
	assert_int_equal(ran, 1);
	assert_sent("BEGIN; INSERT users 1; ROLLBACK");
}

/* ---- cq_append_all -------------------------------------------------------------------------------------------------- */

static void all_are_appended_in_their_order(void **state)
{
	(void)state;
	User *ann;
	Post *all[3];
	MUST(cq_add_new(session, User, &ann, .name = "ann"));
	for (int i = 0; i < 3; i++)
		MUST(cq_add_new(session, Post, &all[i], .title = "x"));
	MUST(cq_append_all(session, ann, users.posts, all, 3));
	assert_holds(ann->posts, all[0], all[1], all[2]);
	assert_ptr_equal(cq_related(all[2]->author), ann);
	MUST(cq_append_all(session, ann, users.posts, all, 3));
	MUST(cq_append_all(session, ann, users.posts, (Post *const *)NULL, 0));
	assert_int_equal(cq_count(ann->posts), 3);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE author_id IS NOT NULL"), 3);
}

static void all_or_none_are_appended(void **state)
{
	(void)state;
	User *ann;
	Post one = CQ_NEW(Post, .title = "one"), two = CQ_NEW(Post, .title = "two");
	MUST(cq_add_new(session, User, &ann, .name = "ann"));
	Post *const all[] = { &one, &two, NULL };
	REFUSED(cq_append_all(session, ann, users.posts, all, 3), CQ_MISUSE, "cq_append_all", "users.posts", "is NULL");
	assert_empty(ann->posts);
	assert_int_equal(cq_state_of(session, &one), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &two), CQ_TRANSIENT);
	REFUSED(cq_append_all(session, ann, users.posts, (Post *const *)NULL, 2), CQ_MISUSE, "cq_append_all", "counted, and NULL");
	MUST(cq_append_all(session, ann, users.posts, all, 2));
	assert_holds(ann->posts, &one, &two);
	session_again();
}

/* ---- tables, and optional values ------------------------------------------------------------------------------------ */

static void a_session_creates_and_drops(void **state)
{
	(void)state;
	MUST(cq_create_all(session, CQ_TABLES(leaves, every)));
	Leaf leaf = CQ_NEW(Leaf, .tree = 1);
	ADDED(Leaf, &leaf);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM leaves"), 1);
	MUST(cq_expunge(session, &leaf));
	MUST(cq_drop_all(session, CQ_TABLES(leaves)));
	MUST(cq_create_all(cq_session_connection(session), CQ_TABLES(leaves)));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM leaves"), 0);
	const cq_table *const nothing[] = { NULL };
	REFUSED(cq_create_all(session, nothing, 1), CQ_MISUSE, "NULL");
	assert_int_equal(cq_create_all((cq_session *)NULL, CQ_TABLES(leaves)), CQ_MISUSE);
	CQ_TRANSACTION_STATUS(session, &(cq_status){ CQ_OK }) {
		MUST(cq_drop_all(session, CQ_TABLES(leaves)));
		break; /* rolls back */
	}
	assert_int_equal(SEEN("SELECT COUNT(*) FROM leaves"), 0);
}

static void a_value_is_some(void **state)
{
	(void)state;
	MUST(cq_create_all(session, CQ_TABLES(every)));
	const cq_uuid uuid = { { 1, 2, 3 } };
	Every *given, *read;
	MUST(cq_add_new(session, Every, &given, .a_bool = cq_some_bool(false), .a_int16 = cq_some_int16(-16), .a_int32 = cq_some_int32(32),
		.a_int64 = cq_some_int64(64), .a_float = cq_some_float(0.5F), .a_double = cq_some_double(0.25),
		.a_decimal = cq_some_decimal((cq_decimal){ 199, 2 }), .a_date = cq_some_date((cq_date){ 7 }), .a_time = cq_some_time((cq_time){ 8 }),
		.a_timestamp = cq_some_timestamp((cq_timestamp){ 9 }), .a_interval = cq_some_interval((cq_interval){ 1, 2, 3 }),
		.a_uuid = cq_some_uuid(uuid), .a_enum = cq_some_enum(HUE_BLUE)));
	COMMIT();
	const int64_t id = given->id;
	session_again();
	read = GET(Every, id);
	assert_non_null(read);
	assert_true(read->a_bool.present && !read->a_bool.value);
	assert_true(read->a_int16.present && read->a_int16.value == -16);
	assert_true(read->a_int32.present && read->a_int32.value == 32);
	assert_true(read->a_int64.present && read->a_int64.value == 64);
	assert_true(read->a_float.present && read->a_float.value >= 0.5F && read->a_float.value <= 0.5F);
	assert_true(read->a_double.present && read->a_double.value >= 0.25 && read->a_double.value <= 0.25);
	assert_true(read->a_decimal.present && cq_decimal_compare(read->a_decimal.value, (cq_decimal){ 199, 2 }) == 0);
	assert_true(read->a_date.present && read->a_date.value.days == 7);
	assert_true(read->a_time.present && read->a_time.value.microseconds == 8);
	assert_true(read->a_timestamp.present && read->a_timestamp.value.microseconds == 9);
	assert_true(read->a_interval.present && read->a_interval.value.months == 1 && read->a_interval.value.days == 2 &&
		read->a_interval.value.microseconds == 3);
	assert_true(read->a_uuid.present);
	assert_memory_equal(read->a_uuid.value.bytes, uuid.bytes, sizeof uuid.bytes);
	assert_true(read->a_enum.present && read->a_enum.value == HUE_BLUE);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(it_closes_however_it_is_left),
		TEST(a_transaction_stands_inside),
		TEST(one_stands_in_another),
		TEST(one_that_cannot_open_is_returned),
		TEST(its_status_is_stored),
		TEST(all_are_appended_in_their_order),
		TEST(all_or_none_are_appended),
		TEST(a_session_creates_and_drops),
		TEST(a_value_is_some),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
