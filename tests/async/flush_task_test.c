/* tests/async/flush_task_test.c: flushes in tasks: what is sent together is awaited together, and stopped together.
 */
#include "conform/flush.h"

#include <cquel/task.h>

enum { WORKERS = 8 };

typedef struct worker {
	int number;
	cq_task *task;
	cq_status status;
	char said[CQ_ERROR_TEXT];
} worker;

/* Each write of a flush, in a session of the task's own. */
static cq_status work_through(cq_session *own, int number)
{
	char name[20], other[20];
	(void)snprintf(name, sizeof name, "worker %d", number);
	(void)snprintf(other, sizeof other, "other %d", number);
	User user = CQ_NEW(User, .username = name), second = CQ_NEW(User, .username = other);
	Post post = CQ_NEW(Post, .title = name), gone = CQ_NEW(Post, .title = name);
	Tag tag = CQ_NEW(Tag, .name = name), late = CQ_NEW(Tag, .name = other);
	CQ_TRY(cq_add(own, User, &user));
	CQ_TRY(cq_add(own, User, &second));
	CQ_TRY(cq_append(own, &user, users.posts, &post));
	CQ_TRY(cq_append(own, &user, users.posts, &gone));
	CQ_TRY(cq_append(own, &post, posts.tags, &tag));
	CQ_TRY(cq_add(own, Tag, &late));
	CQ_TRY(cq_flush(own));
	user.username = other;
	second.username = name;
	CQ_TRY(cq_assign(own, &post, posts.author, &second));
	CQ_TRY(cq_remove(own, &post, posts.tags, &tag));
	CQ_TRY(cq_append(own, &post, posts.tags, &late));
	CQ_TRY(cq_delete(own, &gone));
	return cq_commit(own);
}

static cq_status work_in_task(cq_engine *of, void *argument)
{
	worker *const self = argument;
	cq_session *own;
	CQ_TRY(cq_session_open(of, NULL, &own));
	self->status = work_through(own, self->number);
	(void)snprintf(self->said, sizeof self->said, "%s [%s]", cq_session_error(own)->message, cq_session_error(own)->sql);
	cq_session_close(&own);
	return self->status;
}

static void many_tasks_flush_at_once(void **state)
{
	(void)state;
	worker workers[WORKERS];
	for (int i = 0; i < WORKERS; i++) {
		workers[i] = (worker){ .number = i };
		assert_int_equal(cq_spawn(engine, &workers[i].task, work_in_task, &workers[i], NULL), CQ_OK);
	}
	for (int i = 0; i < WORKERS; i++) {
		if (cq_task_await(workers[i].task) != CQ_OK)
			fail_msg("%s", workers[i].said);
		cq_task_release(&workers[i].task);
	}
	assert_int_equal(SEEN("SELECT count(*) FROM posts JOIN users ON users.id = author_id WHERE title = username"), WORKERS);
	assert_int_equal(SEEN("SELECT count(*) FROM posts"), WORKERS);
	assert_int_equal(SEEN("SELECT count(*) FROM post_tags JOIN tags ON tags.id = tag_id WHERE name LIKE 'other%'"), WORKERS);
	assert_int_equal(SEEN("SELECT count(*) FROM post_tags"), WORKERS);
}

/* ---- stopped ----------------------------------------------------------------------------------------------------------------------- */

static User ann;
static Post post;
static Document document;

static void add_some(void)
{
	ann = CQ_NEW(User, .username = "ann");
	post = CQ_NEW(Post, .title = "a");
	document = CQ_NEW(Document, .text = "a");
	MUST(cq_add(session, User, &ann));
	MUST(cq_append(session, &ann, users.posts, &post));
	MUST(cq_add(session, Document, &document));
	MUST(cq_commit(session));
	/* Three updates, which go together. */
	ann.age = 50;
	post.title = "b";
	document.text = "b";
}

static void check_unwritten(void)
{
	assert_false(cq_in_transaction(cq_session_connection(session)));
	assert_int_equal(document.version, 1);
	assert_string_equal(document.text, "b");
	assert_true(cq_is_modified(session, &ann) && cq_is_modified(session, &post) && cq_is_modified(session, &document));
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE age = 50"), 0);
}

static void check_written(void)
{
	MUST(cq_commit(session));
	assert_int_equal(document.version, 2);
	assert_int_equal(SEEN("SELECT count(*) FROM users JOIN posts ON author_id = users.id WHERE age = 50 AND title = 'b'"), 1);
}

static cq_connection *lock_a_row(void)
{
	cq_connection *holder;
	assert_int_equal(cq_connect(engine, &holder), CQ_OK);
	assert_int_equal(cq_begin(holder, NULL), CQ_OK);
	assert_int_equal(cq_execute(holder, NULL, RAW_SQL("UPDATE posts SET title = 'held'")), CQ_OK);
	return holder;
}

static void let_go(cq_connection *holder)
{
	assert_int_equal(cq_rollback(holder), CQ_OK);
	cq_disconnect(&holder);
}

static cq_status flush_in_task(cq_engine *of, void *argument)
{
	(void)of;
	(void)argument;
	return cq_flush(session);
}

static void a_task_is_cancelled_in_its_flush(void **state)
{
	(void)state;
	database_only(CLIENT_POSTGRES);
	cq_task *task;
	add_some();
	cq_connection *const holder = lock_a_row();
	assert_int_equal(cq_spawn(engine, &task, flush_in_task, NULL, NULL), CQ_OK);
	assert_int_equal(cq_task_await_until(task, 100), CQ_TIMEOUT);
	cq_task_cancel(task);
	assert_int_equal(cq_task_await(task), CQ_CANCELLED);
	cq_task_release(&task);
	let_go(holder);
	check_unwritten();
	check_written();
}

static void a_flush_has_its_time(void **state)
{
	(void)state;
	database_only(CLIENT_POSTGRES);
	cq_task *task;
	add_some();
	cq_connection *const holder = lock_a_row();
	assert_int_equal(cq_connection_set_timeout(cq_session_connection(session), 100), CQ_OK);
	REFUSED(cq_flush(session), CQ_TIMEOUT, "");
	assert_int_equal(cq_spawn(engine, &task, flush_in_task, NULL, NULL), CQ_OK);
	assert_int_equal(cq_task_await(task), CQ_TIMEOUT);
	cq_task_release(&task);
	let_go(holder);
	check_unwritten();
	check_written();
}

/* What fails in the middle of what is sent together is told, not what failed because of it. */
static void the_first_failure_is_told(void **state)
{
	(void)state;
	add_some();
	ELSEWHERE("INSERT INTO users (username) VALUES ('taken')");
	ann.username = "taken";
	REFUSED(cq_flush(session), CQ_UNIQUE, "username");
	check_unwritten();
	ann.username = "free";
	check_written();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(many_tasks_flush_at_once),
		TEST(a_task_is_cancelled_in_its_flush),
		TEST(a_flush_has_its_time),
		TEST(the_first_failure_is_told),
	};
	if (database_missing() != 0)
		return database_missing();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
