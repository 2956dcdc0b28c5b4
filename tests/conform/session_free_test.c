/* tests/conform/session_free_test.c: what a statement on a session gives is the session's: freeing it is told, and ends the program.
 */
#include "conform/sqlalchemy/accounts.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a child process that frees it writes before it is ended. */
static bool is_refused(User *user, char *said, size_t size)
{
	int status = 0, ends[2];
	assert_int_equal(pipe(ends), 0);
	const pid_t child = fork();
	if (child == 0) {
		(void)dup2(ends[1], STDERR_FILENO);
		(void)signal(SIGABRT, SIG_DFL);
		cq_free(&user);
		_exit(0);
	}
	(void)close(ends[1]);
	const ssize_t got = read(ends[0], said, size - 1);
	said[got > 0 ? got : 0] = '\0';
	(void)close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status);
}

SNIPPET(an_object_is_not_freed)
{
	char said[300];
	User *sandy, *patrick;
	CQ_TRY(three_users(session));
	CQ_TRY(cq_one(session, User, &sandy, SQL(SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.id, 2)))));
	assert_true(is_refused(sandy, said, sizeof said));
	assert_non_null(strstr(said, "cq_free: this object is a session's"));
	CQ_TRY(cq_first(session, User, &patrick, SQL(SELECT_ALL(user_account), FROM(user_account), ORDER_BY(DESC(user_account.id)), LIMIT(1))));
	assert_true(is_refused(patrick, said, sizeof said));
	/* The array is the program's, and so are rows. */
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(SELECT_ALL(user_account), FROM(user_account), ORDER_BY(user_account.id))));
	User *const first = found.items[0];
	cq_free(&found);
	assert_null(found.items);
	assert_string_equal(first->name, "spongebob");
	return CQ_OK;
}

SNIPPET(an_added_object_is_not_freed)
{
	char said[300];
	User *added;
	CQ_TRY(three_users(session));
	CQ_TRY(cq_add_new(session, User, &added, .name = "new"));
	CQ_TRY(cq_flush(session));
	assert_true(is_refused(added, said, sizeof said));
	assert_non_null(strstr(said, "cq_free: nothing that a statement gave"));
	return CQ_OK;
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPET_TEST(an_object_is_not_freed) SNIPPET_TEST(an_added_object_is_not_freed) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
