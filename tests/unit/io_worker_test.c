/* unit/io_worker_test.c: the worker thread: jobs in order, in lists, taken back, withdrawn, never in two threads at once.
 *
 * It knows nothing of databases: the jobs' common property is a counter that no lock protects, for ThreadSanitizer.
 */
#include "io/worker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

typedef struct task {
	cq__job job;
	int number;
	int pause_ms;
} task;

typedef struct place {
	cq__worker worker;
	int carried_out; /* unprotected: whoever carries out jobs is alone */
	int lists;
	int largest;
	int last;
	bool in_order;
	bool put_back;   /* a task with a pause puts the rest of its list back */
} place;

static void pause_for(int milliseconds)
{
	const struct timespec time = { 0, milliseconds * 1000000L };
	nanosleep(&time, NULL);
}

static void carry_out(void *user, cq__batch *batch)
{
	place *const self = user;
	cq__job *job;
	int count = 0;
	while ((job = cq__batch_next(batch)) != NULL) {
		task *const it = CQ__JOB_ENTRY(job, task, job);
		if (it->pause_ms != 0) {
			if (self->put_back)
				cq__batch_put_back(batch);
			pause_for(it->pause_ms);
		}
		self->in_order = self->in_order && it->number > self->last;
		self->last = it->number;
		self->carried_out++;
		count++;
		cq__batch_finished(batch, job);
	}
	self->lists += count != 0;
	self->largest = count > self->largest ? count : self->largest;
}

static void open_place(place *self)
{
	*self = (place){ .last = -1, .in_order = true };
	assert_int_equal(cq__worker_init(&self->worker, carry_out, self, NULL), CQ_OK);
	assert_true(cq__worker_alone(&self->worker));
}

static void close_place(place *self)
{
	cq__worker_stop(&self->worker);
	cq__worker_release(&self->worker);
}

static void test_order_and_lists(void **state)
{
	(void)state;
	enum { TASKS = 3000 };
	place self;
	open_place(&self);
	task *const tasks = calloc(TASKS, sizeof *tasks);
	assert_non_null(tasks);
	tasks[0].pause_ms = 20;
	for (int i = 0; i < TASKS; i++) {
		tasks[i].number = i;
		assert_int_equal(cq__worker_submit(&self.worker, &tasks[i].job, NULL), CQ_OK);
	}
	for (int taken = 0; taken < TASKS;) {
		cq__job *const job = cq__worker_take_finished(&self.worker);
		if (job == NULL) {
			pause_for(1);
			continue;
		}
		assert_ptr_equal(job, &tasks[taken].job);
		assert_int_equal(job->state, CQ__JOB_DELIVERED);
		taken++;
	}
	assert_true(cq__worker_alone(&self.worker));
	assert_true(self.in_order);
	assert_int_equal(self.carried_out, TASKS);
	/* While the first one was at work the others gathered: few locks, few wake-ups. */
	assert_true(self.largest > 100);
	close_place(&self);
	free(tasks);
}

static void test_waiting_takes_over(void **state)
{
	(void)state;
	place self;
	open_place(&self);
	for (int round = 0; round < 300; round++) {
		task tasks[8] = { { .number = 0 } };
		self.last = -1;
		for (int i = 0; i < 8; i++) {
			tasks[i] = (task){ .number = i };
			assert_int_equal(cq__worker_submit(&self.worker, &tasks[i].job, NULL), CQ_OK);
		}
		for (int i = 7; i >= 0; i--)
			assert_true(cq__worker_wait(&self.worker, &tasks[i].job, 0));
		/* All are handed back, so what they have in common is the owner's again. */
		assert_true(cq__worker_alone(&self.worker));
		assert_int_equal(self.carried_out, (round + 1) * 8);
		assert_null(cq__worker_take_finished(&self.worker));
		assert_true(cq__worker_wait(&self.worker, &tasks[3].job, 0));
	}
	assert_true(self.in_order);
	close_place(&self);
}

static void test_owner_goes_on_only_for_a_while(void **state)
{
	(void)state;
	place self;
	open_place(&self);
	task tasks[4] = { { .number = 0 }, { .number = 1, .pause_ms = 5 }, { .number = 2, .pause_ms = 200 },
		{ .number = 3 } };
	for (int i = 0; i < 4; i++)
		cq__worker_queue(&self.worker, &tasks[i].job);
	/* Nothing was submitted, so there is no thread: the owner stops behind the second, and the rest stays queued. */
	assert_true(cq__worker_wait(&self.worker, &tasks[0].job, 0));
	assert_int_equal(tasks[1].job.state, CQ__JOB_FINISHED);
	assert_int_equal(tasks[2].job.state, CQ__JOB_QUEUED);
	assert_true(cq__worker_withdraw(&self.worker, &tasks[2].job));
	assert_false(cq__worker_withdraw(&self.worker, &tasks[1].job));
	assert_true(cq__worker_wait(&self.worker, &tasks[3].job, 0));
	assert_ptr_equal(cq__worker_take_finished(&self.worker), &tasks[1].job);
	assert_true(cq__worker_alone(&self.worker));
	close_place(&self);
}

static void test_deadline_of_a_queued_job(void **state)
{
	(void)state;
	place self;
	open_place(&self);
	task slow = { .number = 0, .pause_ms = 100 };
	task queued = { .number = 1 };
	assert_int_equal(cq__worker_submit(&self.worker, &slow.job, NULL), CQ_OK);
	pause_for(20);
	assert_int_equal(cq__worker_submit(&self.worker, &queued.job, NULL), CQ_OK);
	assert_false(cq__worker_wait(&self.worker, &queued.job, cq__deadline_after_ms(5)));
	assert_int_equal(queued.job.state, CQ__JOB_NEW);
	assert_true(cq__worker_wait(&self.worker, &slow.job, cq__deadline_after_ms(1)));
	assert_int_equal(self.carried_out, 1);
	/* What was withdrawn can be delivered, and submitted again. */
	cq__worker_deliver(&self.worker, &queued.job);
	assert_ptr_equal(cq__worker_take_finished(&self.worker), &queued.job);
	queued.job = (cq__job){ .state = CQ__JOB_NEW };
	assert_int_equal(cq__worker_submit(&self.worker, &queued.job, NULL), CQ_OK);
	assert_true(cq__worker_wait(&self.worker, &queued.job, 0));
	close_place(&self);
}

static void test_long_job_puts_its_list_back(void **state)
{
	(void)state;
	place self;
	open_place(&self);
	self.put_back = true;
	task tasks[3] = { { .number = 0, .pause_ms = 30 }, { .number = 1, .pause_ms = 60 }, { .number = 2 } };
	for (int i = 0; i < 3; i++)
		assert_int_equal(cq__worker_submit(&self.worker, &tasks[i].job, NULL), CQ_OK);
	pause_for(45);
	assert_true(cq__worker_withdraw(&self.worker, &tasks[2].job));
	assert_true(cq__worker_wait(&self.worker, &tasks[0].job, 0));
	assert_true(cq__worker_wait(&self.worker, &tasks[1].job, 0));
	assert_int_equal(self.carried_out, 2);
	close_place(&self);
}

static void test_stopping_leaves_what_is_queued(void **state)
{
	(void)state;
	place self;
	open_place(&self);
	task tasks[50];
	for (int i = 0; i < 50; i++) {
		tasks[i] = (task){ .number = i, .pause_ms = 5 };
		assert_int_equal(cq__worker_submit(&self.worker, &tasks[i].job, NULL), CQ_OK);
	}
	pause_for(12);
	cq__worker_stop(&self.worker);
	int queued = 0, finished = 0;
	for (int i = 0; i < 50; i++) {
		queued += tasks[i].job.state == CQ__JOB_QUEUED;
		finished += tasks[i].job.state == CQ__JOB_FINISHED;
	}
	assert_int_equal(queued + finished, 50);
	assert_true(queued > 0);
	assert_int_equal(finished, self.carried_out);
	cq__worker_release(&self.worker);
}

static void test_withdrawing_backwards_is_quick(void **state)
{
	(void)state;
	enum { TASKS = 40000 };
	place self;
	open_place(&self);
	task *const tasks = calloc(TASKS, sizeof *tasks);
	assert_non_null(tasks);
	task first = { .pause_ms = 1 };
	for (int i = 0; i < TASKS; i++)
		cq__worker_queue(&self.worker, &tasks[i].job);
	const uint64_t begun = cq__monotonic_ns();
	for (int i = TASKS - 1; i >= 0; i -= 2)
		assert_true(cq__worker_withdraw(&self.worker, &tasks[i].job));
	for (int i = 0; i < TASKS; i += 2)
		assert_true(cq__worker_withdraw(&self.worker, &tasks[i].job));
	assert_true(cq__monotonic_ns() - begun < UINT64_C(500000000));
	assert_true(cq__worker_alone(&self.worker));
	/* The list is whole: what comes after is carried out. */
	cq__worker_queue(&self.worker, &first.job);
	assert_true(cq__worker_wait(&self.worker, &first.job, 0));
	assert_int_equal(self.carried_out, 1);
	free(tasks);
	close_place(&self);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_and_lists),
		cmocka_unit_test(test_waiting_takes_over),
		cmocka_unit_test(test_owner_goes_on_only_for_a_while),
		cmocka_unit_test(test_deadline_of_a_queued_job),
		cmocka_unit_test(test_long_job_puts_its_list_back),
		cmocka_unit_test(test_stopping_leaves_what_is_queued),
		cmocka_unit_test(test_withdrawing_backwards_is_quick),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
