/* session_misuse_test.c: who may not enter a session: a second task, another thread, a forked child, hooks and callbacks that would
 * wait, and whoever is left when the engine is closed.
 */
#include "relation.h"

#include <cquel/op.h>
#include <cquel/task.h>

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static User ann;

static void one_user(void)
{
	ann = CQ_NEW(User, .name = "ann");
	ADDED(User, &ann);
	COMMIT();
	forget_sent();
}

/* ---- two tasks ------------------------------------------------------------------------------------------------------ */

static int first_line, second_line;
static char second_told[1024];

/* Waits inside of the session: with the database, or for its turn. */
static cq_status first(cq_engine *of, void *argument)
{
	(void)of;
	(void)argument;
	first_line = __LINE__ + 1;
	CQ_TRY(cq_flush(session));
	return cq_commit(session);
}

static cq_status second(cq_engine *of, void *argument)
{
	(void)of;
	(void)argument;
	User *user;
	second_line = __LINE__ + 1;
	const cq_status status = cq_get(session, User, &user, 4711);
	(void)snprintf(second_told, sizeof second_told, "%s", cq_session_error(session)->message);
	assert_null(user);
	/* What never waits is refused as well: the call under way looks at the objects. */
	User bob = CQ_NEW(User, .name = "bob");
	assert_int_equal(cq_add(session, User, &bob), CQ_MISUSE);
	assert_int_equal(cq_state_of(session, &bob), CQ_TRANSIENT);
	return status;
}

static void a_second_task_is_told_both_places(void **state)
{
	(void)state;
	cq_task *tasks[2];
	char place[512];
	one_user();
	ann.name = "anna";
	MUST(cq_spawn(engine, &tasks[0], first, NULL, NULL));
	MUST(cq_spawn(engine, &tasks[1], second, NULL, NULL));
	MUST(cq_task_await(tasks[0]));
	assert_int_equal(cq_task_await(tasks[1]), CQ_MISUSE);
	(void)snprintf(place, sizeof place, "cq_get at %s:%d: the session is in cq_flush at %s:%d", __FILE__, second_line, __FILE__, first_line);
	if (strstr(second_told, place) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", second_told, place);
	cq_task_release(&tasks[0]);
	cq_task_release(&tasks[1]);
	/* The first went on undisturbed, and the session is free. */
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'anna'"), 1);
	assert_ptr_equal(GET(User, ann.id), &ann);
}

static cq_status close_it(cq_engine *of, void *argument)
{
	(void)of;
	(void)argument;
	cq_session *kept = session;
	cq_session_close(&kept);
	assert_ptr_equal(kept, session);
	return CQ_OK;
}

static void what_somebody_waits_in_is_not_closed(void **state)
{
	(void)state;
	cq_task *tasks[2];
	one_user();
	ann.name = "anna";
	MUST(cq_spawn(engine, &tasks[0], first, NULL, NULL));
	MUST(cq_spawn(engine, &tasks[1], close_it, NULL, NULL));
	MUST(cq_task_await(tasks[0]));
	MUST(cq_task_await(tasks[1]));
	cq_task_release(&tasks[0]);
	cq_task_release(&tasks[1]);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'anna'"), 1);
}

/* ---- a session for each task ---------------------------------------------------------------------------------------- */

static cq_session_factory *factory;
static cq_session *of_tasks[2];

static cq_status use_own(cq_engine *of, void *argument)
{
	cq_session *own, *again;
	const int index = *(const int *)argument;
	(void)of;
	MUST(cq_session_current(factory, &own));
	MUST(cq_session_current(factory, &again));
	assert_ptr_equal(own, again);
	of_tasks[index] = own;
	User user = CQ_NEW(User, .name = "of a task");
	CQ_TRY(cq_add(own, User, &user));
	CQ_TRY(cq_flush(own));
	CQ_TRY(cq_task_yield(engine));
	/* It is closed with the task, and not by the program. */
	cq_session *mine = own;
	cq_session_close(&mine);
	assert_ptr_equal(mine, own);
	return index == 0 ? cq_commit(own) : CQ_OK;
}

static void each_task_has_its_own(void **state)
{
	(void)state;
	cq_task *tasks[2];
	static const int indexes[] = { 0, 1 };
	cq_session *outside, *again;
	const cq_hook hook = { .event = CQ_EVENT_COUNT };
	assert_int_equal(cq_session_factory_open(engine, &(cq_session_options){ .hooks = &hook, .hook_count = 1 }, &factory), CQ_MISUSE);
	assert_null(factory);
	MUST(cq_session_factory_open(engine, NULL, &factory));
	for (int i = 0; i < 2; i++) {
		MUST(cq_spawn(engine, &tasks[i], use_own, (void *)(uintptr_t)&indexes[i], NULL));
		MUST(cq_task_await(tasks[i]));
		cq_task_release(&tasks[i]);
	}
	/* The second has not committed. */
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 1);
	MUST(cq_session_current(factory, &outside));
	MUST(cq_session_current(factory, &again));
	assert_ptr_equal(outside, again);
	cq_session *one;
	MUST(cq_session_new(factory, &one));
	assert_ptr_not_equal(one, outside);
	cq_session_close(&one);
	cq_session_factory_close(&factory);
	assert_null(factory);
	cq_session_factory_close(&factory);
}

/* ---- other threads and processes ------------------------------------------------------------------------------------ */

static void *in_thread(void *argument)
{
	User *user;
	(void)argument;
	const bool right = cq_get(session, User, &user, 1) == CQ_MISUSE && user == NULL && cq_flush(session) == CQ_MISUSE
		&& cq_add(session, User, &ann) == CQ_MISUSE && cq_state_of(session, &ann) == CQ_TRANSIENT && !cq_has_changes(session)
		&& cq_commit(session) == CQ_MISUSE && cq_session_connection(session) == NULL
		&& strstr(cq_session_error(session)->message, "another thread's") != NULL;
	return right ? &ann : NULL;
}

static void another_thread_touches_nothing(void **state)
{
	(void)state;
	one_user();
	pthread_t thread;
	void *right = NULL;
	assert_int_equal(pthread_create(&thread, NULL, in_thread, NULL), 0);
	assert_int_equal(pthread_join(thread, &right), 0);
	assert_non_null(right);
	assert_int_equal(cq_session_error(session)->code, CQ_OK);
	assert_int_equal(cq_state_of(session, &ann), CQ_PERSISTENT);
}

static void a_forked_child_touches_nothing(void **state)
{
	(void)state;
	one_user();
	ann.name = "anna";
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		cq_session *closing = session;
		const bool right = cq_flush(session) == CQ_MISUSE && cq_rollback(session) == CQ_MISUSE;
		cq_session_close(&closing);
		_exit(right && closing == NULL ? 0 : 1);
	}
	int ended;
	assert_int_equal(waitpid(child, &ended, 0), child);
	assert_true(WIFEXITED(ended) && WEXITSTATUS(ended) == 0);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'anna'"), 1);
}

/* ---- hooks and callbacks -------------------------------------------------------------------------------------------- */

static int hook_calls;

static cq_status nosy(cq_session *of, cq_event event, const cq_table *table, void *object, void *argument)
{
	(void)event;
	(void)table;
	(void)argument;
	User *other;
	hook_calls++;
	assert_int_equal(cq_flush(of), CQ_MISUSE);
	assert_non_null(strstr(cq_session_error(of)->message, "a hook must not wait"));
	assert_int_equal(cq_get(of, User, &other, 1), CQ_MISUSE);
	assert_int_equal(cq_commit(of), CQ_MISUSE);
	/* What does not wait may be called. */
	assert_int_equal(cq_state_of(of, object), CQ_PENDING);
	return cq_set_field(of, object, "bio", "by a hook");
}

static void a_hook_does_not_wait(void **state)
{
	(void)state;
	const cq_hook hook = { .event = CQ_BEFORE_INSERT, .function = nosy };
	const cq_session_options options = { .hooks = &hook, .hook_count = 1 };
	cq_session_close(&session);
	MUST(cq_session_open(engine, &options, &session));
	hook_calls = 0;
	one_user();
	assert_int_equal(hook_calls, 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE bio = 'by a hook'"), 1);
}

static cq_status refuses(cq_session *of, cq_event event, const cq_table *table, void *object, void *argument)
{
	(void)of;
	(void)event;
	(void)table;
	(void)object;
	return *(const bool *)argument ? CQ_CHECK : CQ_OK;
}

static void a_hook_can_refuse_a_commit(void **state)
{
	(void)state;
	static bool no = true;
	const cq_hook hook = { .event = CQ_BEFORE_COMMIT, .function = refuses, .argument = &no };
	const cq_session_options options = { .hooks = &hook, .hook_count = 1 };
	cq_session_close(&session);
	MUST(cq_session_open(engine, &options, &session));
	ann = CQ_NEW(User, .name = "ann");
	ADDED(User, &ann);
	REFUSED(cq_commit(session), CQ_CHECK, "CQ_BEFORE_COMMIT");
	assert_int_equal(cq_state_of(session, &ann), CQ_PENDING);
	no = false;
	COMMIT();
	assert_int_equal(cq_state_of(session, &ann), CQ_PERSISTENT);
}

static cq_status status_in_callback;

static void on_done(void *user, cq_operation *operation, cq_status status)
{
	(void)user;
	(void)operation;
	(void)status;
	status_in_callback = cq_flush(session);
}

static void a_callback_does_not_wait(void **state)
{
	(void)state;
	cq_operation *operation;
	cq_connection *db;
	one_user();
	ann.name = "anna";
	MUST(cq_connect(engine, &db));
	status_in_callback = CQ_OK;
	MUST(cq_submit_execute(db, NULL, &operation, RAW_SQL("SELECT 1")));
	MUST(cq_operation_on_done(operation, on_done, NULL));
	while (status_in_callback == CQ_OK)
		MUST(cq_engine_drive(engine, 1000));
	assert_int_equal(status_in_callback, CQ_MISUSE);
	assert_non_null(strstr(cq_session_error(session)->message, "a callback must not wait"));
	cq_operation_release(&operation);
	cq_disconnect(&db);
	COMMIT();
}

/* ---- the engine is gone --------------------------------------------------------------------------------------------- */

static void a_session_outlives_its_engine(void **state)
{
	(void)state;
	one_user();
	session_again();
	User *const user = GET(User, ann.id);
	user->name = "anna";
	FLUSH();
	cq_session_factory *left;
	MUST(cq_session_factory_open(engine, NULL, &left));
	cq_engine_close(&engine);
	assert_null(engine);
	assert_string_equal(user->name, "anna");
	User *other = user;
	assert_int_equal(cq_get(session, User, &other, 1), CQ_MISUSE);
	assert_null(other);
	assert_non_null(strstr(cq_session_error(session)->message, "the engine of the session was closed"));
	assert_int_equal(cq_commit(session), CQ_MISUSE);
	assert_int_equal(cq_add(session, User, &ann), CQ_MISUSE);
	assert_false(cq_in_transaction(session));
	assert_null(cq_session_connection(session));
	cq_session *fresh = session;
	assert_int_equal(cq_session_new(left, &fresh), CQ_MISUSE);
	assert_null(fresh);
	cq_session_factory_close(&left);
	cq_session_close(&session);
	assert_null(session);
}

static void null_is_refused(void **state)
{
	(void)state;
	cq_session *none = NULL;
	User user = CQ_NEW(User, .name = "ann"), *found = &user;
	assert_int_equal(cq_add(none, User, &user), CQ_MISUSE);
	assert_int_equal(cq_get(none, User, &found, 1), CQ_MISUSE);
	assert_null(found);
	assert_int_equal(cq_flush(none), CQ_MISUSE);
	assert_int_equal(cq_commit(none), CQ_MISUSE);
	assert_int_equal(cq_begin(none, NULL), CQ_MISUSE);
	assert_int_equal(cq_state_of(none, &user), CQ_TRANSIENT);
	assert_false(cq_in_transaction(none));
	assert_int_equal(cq_last_error(none)->code, CQ_MISUSE);
	cq_session_close(&none);
	cq_session_close(NULL);
	assert_int_equal(cq_session_open(NULL, NULL, &none), CQ_MISUSE);
	assert_int_equal(cq_session_on(NULL, NULL, &none), CQ_MISUSE);
}

static void options_are_checked(void **state)
{
	(void)state;
	cq_session *none = session;
	const cq_session_route nowhere = { .table = MODEL(User) };
	const cq_session_options routed = { .routes = &nowhere, .route_count = 1 }, counted = { .hook_count = 1 };
	assert_int_equal(cq_session_open(engine, &routed, &none), CQ_MISUSE);
	assert_null(none);
	assert_non_null(strstr(cq_engine_error(engine)->message, "route"));
	assert_int_equal(cq_session_open(engine, &counted, &none), CQ_MISUSE);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(a_second_task_is_told_both_places),
		TEST(what_somebody_waits_in_is_not_closed),
		TEST(each_task_has_its_own),
		TEST(another_thread_touches_nothing),
		TEST(a_forked_child_touches_nothing),
		TEST(a_hook_does_not_wait),
		TEST(a_hook_can_refuse_a_commit),
		TEST(a_callback_does_not_wait),
		TEST(a_session_outlives_its_engine),
		TEST(null_is_refused),
		TEST(options_are_checked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
