/* tests/async/session_task_test.c: sessions in tasks: many at once, and cancelled or out of time while relations are loaded, while a flush is under
 * way and while COMMIT is: the next task's session works, what was acknowledged is there, and no connection is lost.
 */
#include "conform/relation.h"

#include <cquel/task.h>

/* Its foreign key is looked at by COMMIT. */
#define promises_COLUMNS(COLUMN)                     \
	COLUMN(id, BIGINT, PRIMARY_KEY)                  \
	COLUMN(user_id, BIGINT)
CQ_MODEL(Promise, promises)

static cq_session_factory *factory;

static int tasks_open(void **state)
{
	relation_open(state);
	cq_session_close(&session);
	assert_int_equal(cq_session_factory_open(engine, NULL, &factory), CQ_OK);
	return 0;
}

static int tasks_close(void **state)
{
	cq_session_factory_close(&factory);
	return one_session_close(state);
}

/* All that were lent came back, and each that was opened and not closed is there. */
#define no_connection_is_lost() no_connection_is_lost_at(__LINE__)

static void no_connection_is_lost_at(int line)
{
	cq_pool_counters pool;
	for (int i = 0; i < 2000; i++) {
		cq_engine_pool_counters(engine, &pool);
		if (pool.in_use == 0 && pool.unready == 0 && pool.waiting == 0)
			break;
		assert_int_equal(cq_task_sleep(engine, 5), CQ_OK);
	}
	if (pool.in_use != 0)
		fail_msg("line %d: %u connections are in use still", line, pool.in_use);
	assert_int_equal(pool.unready, 0);
	assert_int_equal(pool.waiting, 0);
	assert_int_equal(pool.opened - pool.closed, pool.idle + pool.shared);
}

/* ---- the work of a task ----------------------------------------------------------------------------------------------- */

typedef struct worker {
	int64_t number;
	bool dirty;       /* its session was not a fresh one */
	cq_task *task;
	cq_status status;
} worker;

static cq_status add_a_family(cq_session *own, worker *self)
{
	char name[20];
	User *user;
	Post *post;
	Tag *tag;
	(void)snprintf(name, sizeof name, "w%lld", (long long)self->number);
	CQ_TRY(cq_add_new(own, User, &user, .name = name));
	CQ_TRY(cq_add_new(own, Tag, &tag, .name = name));
	for (int i = 0; i < 2; i++) {
		CQ_TRY(cq_add_new(own, Post, &post, .title = name));
		CQ_TRY(cq_append(own, user, users.posts, post));
		CQ_TRY(cq_append(own, post, posts.tags, tag));
	}
	CQ_TRY(cq_flush(own));
	user->bio = "flushed twice";
	return cq_commit(own);
}

static cq_status load_families(cq_session *own, size_t *posts_seen)
{
	cq_objects(User) found;
	CQ_TRY(cq_all(own, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), LIMIT(20),
		OPTIONS(SELECTIN(users.profile), SELECTIN(users.posts), SELECTIN(users.posts, posts.tags)))));
	*posts_seen = 0;
	for (size_t i = 0; i < found.count; i++)
		CQ_EACH(Post, post, found.items[i]->posts)
			*posts_seen += cq_count(post->tags);
	cq_free(&found);
	return CQ_OK;
}

static cq_status work(cq_engine *of, void *argument)
{
	worker *const self = argument;
	cq_session *own;
	size_t seen;
	(void)of;
	CQ_TRY(cq_session_current(factory, &own));
	self->dirty = cq_in_transaction(own) || cq_has_changes(own);
	CQ_TRY(load_families(own, &seen));
	CQ_TRY(add_a_family(own, self));
	CQ_TRY(load_families(own, &seen));
	return seen >= 2 ? CQ_OK : CQ_DATABASE;
}

static int64_t rows_of(const char *what, int64_t number)
{
	cq_connection *db;
	int64_t count = -1;
	char name[20];
	(void)snprintf(name, sizeof name, "w%lld", (long long)number);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	if (*what == 'u')
		assert_int_equal(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(EQ(users.name, name), EQ(users.bio, "flushed twice")))), CQ_OK);
	else
		assert_int_equal(cq_scalar(db, &count, SQL(SELECT(COUNT_ROWS()), FROM(post_tags), WHERE(IN(post_tags.tag_id,
			SUBQUERY(SELECT(tags.id), FROM(tags), WHERE(EQ(tags.name, name))))))), CQ_OK);
	cq_disconnect(&db);
	return count;
}

static void one_more_works(int64_t number)
{
	worker next = { .number = number };
	assert_int_equal(cq_spawn(engine, &next.task, work, &next, NULL), CQ_OK);
	assert_int_equal(cq_task_await(next.task), CQ_OK);
	cq_task_release(&next.task);
	assert_false(next.dirty);
	assert_int_equal(rows_of("users", number), 1);
	assert_int_equal(rows_of("tags", number), 2);
}

/* ---- many at once ----------------------------------------------------------------------------------------------------- */

enum { MANY = 200 };

static void two_hundred_load_and_flush_at_once(void **state)
{
	(void)state;
	static worker workers[MANY];
	for (int i = 0; i < MANY; i++) {
		workers[i] = (worker){ .number = i };
		assert_int_equal(cq_spawn(engine, &workers[i].task, work, &workers[i], NULL), CQ_OK);
	}
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(cq_task_await(workers[i].task), CQ_OK);
		cq_task_release(&workers[i].task);
		assert_false(workers[i].dirty);
	}
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE bio = 'flushed twice'"), MANY);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 2 * MANY);
	no_connection_is_lost();
}

static unsigned seed = 4711;

static unsigned draw(unsigned below)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % below;
}

enum { ROUNDS = 8, TASKS = 24 };

/* What was acknowledged is there as a whole; what was cancelled is not, unless nobody knows. */
static void check_worker(const worker *self)
{
	const int64_t users_there = rows_of("users", self->number), tags_there = rows_of("tags", self->number);
	assert_false(self->dirty);
	assert_int_equal(tags_there, 2 * users_there);
	if (self->status == CQ_OK)
		assert_int_equal(users_there, 1);
	else if (self->status != CQ_CANCELLED && self->status != CQ_COMMIT_UNKNOWN)
		fail_msg("task %lld: %s", (long long)self->number, cq_status_name(self->status));
}

static void storm_round(worker *workers, int64_t first)
{
	for (int i = 0; i < TASKS; i++) {
		workers[i] = (worker){ .number = first + i };
		assert_int_equal(cq_spawn(engine, &workers[i].task, work, &workers[i], NULL), CQ_OK);
	}
	for (unsigned left = TASKS / 2; left != 0; left--) {
		for (unsigned turns = 1 + draw(6); turns != 0; turns--)
			assert_int_equal(cq_engine_drive(engine, 1), CQ_OK);
		cq_task_cancel(workers[draw(TASKS)].task);
	}
	for (int i = 0; i < TASKS; i++) {
		workers[i].status = cq_task_await(workers[i].task);
		cq_task_release(&workers[i].task);
	}
}

static void cancelled_at_any_moment(void **state)
{
	(void)state;
	static worker workers[TASKS];
	int cancelled = 0;
	for (int round = 0; round < ROUNDS; round++) {
		storm_round(workers, round * TASKS);
		for (int i = 0; i < TASKS; i++) {
			check_worker(&workers[i]);
			cancelled += workers[i].status != CQ_OK;
		}
		no_connection_is_lost();
	}
	assert_true(cancelled != 0);
	one_more_works(100000);
	no_connection_is_lost();
}

/* ---- at one moment: PostgreSQL lets a lock decide which ----------------------------------------------------------------- */

typedef struct stopped {
	cq_task_function *function;
	cq_session *own;      /* the program's, so that it can be asked afterwards */
	User *user;
	Post *post;
	Promise *promise;
	size_t seen;
	int64_t timeout_ms;   /* 0: it is cancelled */
} stopped;

static cq_status in_time(cq_engine *of, void *argument)
{
	stopped *const self = argument;
	return self->timeout_ms != 0 ? cq_with_timeout(of, self->timeout_ms, self->function, argument) : self->function(of, argument);
}

static cq_connection *hold(const char *lock)
{
	cq_connection *holder;
	assert_int_equal(cq_connect(engine, &holder), CQ_OK);
	assert_int_equal(cq_begin(holder, NULL), CQ_OK);
	switch (*lock) {
	case 't': assert_int_equal(cq_execute(holder, NULL, RAW_SQL("LOCK TABLE tags IN ACCESS EXCLUSIVE MODE")), CQ_OK); break;
	case 'p': assert_int_equal(cq_execute(holder, NULL, RAW_SQL("UPDATE posts SET title = 'held'")), CQ_OK); break;
	default: assert_int_equal(cq_execute(holder, NULL, RAW_SQL("SELECT id FROM users FOR UPDATE")), CQ_OK); break;
	}
	return holder;
}

/* Runs it until it stands before the lock, and stops it there. */
static cq_status stop(stopped *self, cq_task_function *function, const char *lock, int64_t timeout_ms)
{
	cq_task *task;
	cq_connection *holder = hold(lock);
	self->function = function;
	self->timeout_ms = timeout_ms;
	assert_int_equal(cq_spawn(engine, &task, in_time, self, NULL), CQ_OK);
	if (timeout_ms == 0) {
		assert_int_equal(cq_task_await_until(task, 150), CQ_TIMEOUT);
		cq_task_cancel(task);
	}
	const cq_status status = cq_task_await(task);
	cq_task_release(&task);
	assert_int_equal(cq_rollback(holder), CQ_OK);
	cq_disconnect(&holder);
	return status;
}

static void open_stopped(stopped *self)
{
	*self = (stopped){ 0 };
	one_more_works(1);
	assert_int_equal(cq_session_open(engine, NULL, &self->own), CQ_OK);
	cq_session *const usual = session;
	session = self->own;
	MUST(cq_first(self->own, User, &self->user, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id))));
	session = usual;
	assert_non_null(self->user);
}

static void close_stopped(stopped *self)
{
	cq_session_close(&self->own);
	no_connection_is_lost();
	one_more_works(2);
	no_connection_is_lost();
}

static cq_status load_in_task(cq_engine *of, void *argument)
{
	stopped *const self = argument;
	(void)of;
	return load_families(self->own, &self->seen);
}

static void while_relations_are_loaded(void **state)
{
	(void)state;
	database_only(CLIENT_POSTGRES);
	for (int i = 0; i < 2; i++) {
		stopped it;
		open_stopped(&it);
		/* The first level is there, the second, of tags, is waited for. */
		assert_int_equal(stop(&it, load_in_task, "tags", i * 150), i == 0 ? CQ_CANCELLED : CQ_TIMEOUT);
		assert_false(cq_in_transaction(it.own));
		assert_true(cq_is_loaded(it.user->posts));
		assert_int_equal(it.user->posts.count, 2);
		assert_false(cq_is_loaded(it.user->posts.items[0]->tags));
		/* The same session loads what is missing. */
		assert_int_equal(load_families(it.own, &it.seen), CQ_OK);
		assert_int_equal(it.seen, 2);
		close_stopped(&it);
		tasks_close(state);
		tasks_open(state);
	}
}

static cq_status flush_in_task(cq_engine *of, void *argument)
{
	stopped *const self = argument;
	(void)of;
	return cq_flush(self->own);
}

static void while_a_flush_is_under_way(void **state)
{
	(void)state;
	database_only(CLIENT_POSTGRES);
	for (int i = 0; i < 2; i++) {
		stopped it;
		open_stopped(&it);
		assert_int_equal(cq_load(it.own, it.user, users.posts), CQ_OK);
		it.post = it.user->posts.items[0];
		it.post->title = "changed";
		it.user->name = "changed";
		Note note = CQ_NEW(Note, .text = "new");
		assert_int_equal(cq_append(it.own, it.user, users.notes, &note), CQ_OK);
		assert_int_equal(stop(&it, flush_in_task, "posts", i * 150), i == 0 ? CQ_CANCELLED : CQ_TIMEOUT);
		assert_false(cq_in_transaction(it.own));
		assert_int_equal(cq_state_of(it.own, &note), CQ_PENDING);
		assert_int_equal(note.id, 0);
		assert_true(cq_is_modified(it.own, it.post) && cq_is_modified(it.own, it.user));
		assert_int_equal(cq_commit(it.own), CQ_OK);
		assert_int_equal(SEEN("SELECT COUNT(*) FROM users JOIN notes ON owner_id = users.id JOIN posts ON author_id = users.id "
			"WHERE name = 'changed' AND title = 'changed' AND text = 'new'"), 1);
		close_stopped(&it);
		tasks_close(state);
		tasks_open(state);
	}
}

static cq_status commit_in_task(cq_engine *of, void *argument)
{
	stopped *const self = argument;
	(void)of;
	CQ_TRY(cq_add_new(self->own, Promise, &self->promise, .user_id = self->user->id));
	return cq_commit(self->own);
}

/* The server looks for the user, whom somebody holds. */
static void while_commit_is_under_way(void **state)
{
	(void)state;
	database_only(CLIENT_POSTGRES);
	for (int i = 0; i < 2; i++) {
		stopped it;
		ELSEWHERE("CREATE TABLE promises (id BIGSERIAL PRIMARY KEY, user_id BIGINT REFERENCES users DEFERRABLE INITIALLY DEFERRED)");
		open_stopped(&it);
		const cq_status status = stop(&it, commit_in_task, "users", i * 150);
		assert_int_equal(cq_session_error(it.own)->code, status == CQ_TIMEOUT ? CQ_CANCELLED : status);
		assert_false(cq_in_transaction(it.own));
		no_connection_is_lost();
		const int64_t there = SEEN("SELECT COUNT(*) FROM promises");
		if (status == CQ_COMMIT_UNKNOWN) {
			/* What is read next is the truth. */
			assert_int_equal(cq_state_of(it.own, it.promise), CQ_PERSISTENT);
			assert_true(cq_is_expired(it.own, it.promise));
			assert_int_equal(cq_refresh(it.own, it.promise), there == 1 ? CQ_OK : CQ_NO_ROW);
		} else {
			/* The server has said that it was stopped. */
			assert_int_equal(status, i == 0 ? CQ_CANCELLED : CQ_TIMEOUT);
			assert_int_equal(there, 0);
			assert_int_equal(cq_state_of(it.own, it.promise), CQ_TRANSIENT);
		}
		assert_int_equal(cq_refresh(it.own, it.user), CQ_OK);
		close_stopped(&it);
		assert_int_equal(SEEN("SELECT COUNT(*) FROM promises"), there);
		tasks_close(state);
		tasks_open(state);
	}
}

/* ---- again and again --------------------------------------------------------------------------------------------------- */

typedef struct partner {
	int64_t first, second;
	uint32_t attempts;
	cq_task *task;
} partner;

static int first_written;

/* Each has one of the two rows before either asks for the other. */
static cq_status cross(cq_session *own, void *argument, uint32_t attempt)
{
	partner *const self = argument;
	User *user;
	self->attempts = attempt;
	CQ_TRY(cq_get(own, User, &user, self->first));
	CQ_TRY(cq_set_field(own, user, "bio", "crossed"));
	CQ_TRY(cq_set_field(own, user, "mood", self->first < self->second ? "up" : "down"));
	CQ_TRY(cq_flush(own));
	for (first_written += attempt == 1; first_written < 2;)
		CQ_TRY(cq_task_sleep(engine, 1));
	CQ_TRY(cq_get(own, User, &user, self->second));
	return cq_set_field(own, user, "mood", self->first < self->second ? "up" : "down");
}

static cq_status transact_in_task(cq_engine *of, void *argument)
{
	cq_session *own;
	(void)of;
	CQ_TRY(cq_session_current(factory, &own));
	return cq_transact(own, cross, argument, NULL);
}

static void two_that_lock_each_other_out_both_succeed(void **state)
{
	(void)state;
	database_only(CLIENT_POSTGRES);
	ELSEWHERE("INSERT INTO users (id, name, mood) VALUES (1, 'ann', 'calm'), (2, 'bob', 'calm')");
	partner both[] = { { .first = 1, .second = 2 }, { .first = 2, .second = 1 } };
	first_written = 0;
	for (int i = 0; i < 2; i++)
		assert_int_equal(cq_spawn(engine, &both[i].task, transact_in_task, &both[i], NULL), CQ_OK);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(cq_task_await(both[i].task), CQ_OK);
		cq_task_release(&both[i].task);
	}
	assert_int_equal(both[0].attempts + both[1].attempts, 3);
	/* One was wholly behind the other. */
	assert_int_equal(SEEN("SELECT COUNT(DISTINCT mood) FROM users WHERE bio = 'crossed'"), 1);
	no_connection_is_lost();
}

static cq_status always_collide(cq_session *own, void *argument, uint32_t attempt)
{
	(void)own;
	*(uint32_t *)argument = attempt;
	return CQ_SERIALIZATION;
}

static cq_status collide_for_long(cq_engine *of, void *argument)
{
	const cq_transact_options options = { .attempts = 3, .backoff_ms = 60000, .backoff_max_ms = 60000 };
	(void)of;
	return cq_transact(session, always_collide, argument, &options);
}

static void between_two_attempts(void **state)
{
	(void)state;
	cq_task *task;
	uint32_t attempts = 0;
	session_again();
	assert_int_equal(cq_spawn(engine, &task, collide_for_long, &attempts, NULL), CQ_OK);
	while (attempts == 0 || cq_in_transaction(session))
		assert_int_equal(cq_engine_drive(engine, 5), CQ_OK);
	/* It waits, and the session is not for others meanwhile. */
	REFUSED(cq_flush(session), CQ_MISUSE, "cq_transact");
	cq_task_cancel(task);
	assert_int_equal(cq_task_await(task), CQ_CANCELLED);
	cq_task_release(&task);
	assert_int_equal(attempts, 1);
	assert_int_equal(cq_session_error(session)->code, CQ_CANCELLED);
	MUST(cq_flush(session));
	cq_session_close(&session);
	no_connection_is_lost();
}

#define TASK_TEST(name) cmocka_unit_test_setup_teardown(name, tasks_open, tasks_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TASK_TEST(two_hundred_load_and_flush_at_once),
		TASK_TEST(cancelled_at_any_moment),
		TASK_TEST(while_relations_are_loaded),
		TASK_TEST(while_a_flush_is_under_way),
		TASK_TEST(while_commit_is_under_way),
		TASK_TEST(two_that_lock_each_other_out_both_succeed),
		TASK_TEST(between_two_attempts),
	};
	if (database_missing() != 0)
		return database_missing();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
