/* task/gather.c: several tasks that are waited for together.
 *
 * It knows nothing of engines. cq_gather calls it.
 */
#include "task/gather.h"

#include "base/alloc.h"

static void one_ended(cq__joiner *joiner, cq_status status)
{
	cq__gathering *const gathering = joiner->user;
	gathering->left--;
	if (status != CQ_OK && gathering->first == CQ_OK)
		gathering->first = status;
	if (gathering->left == 0 || status != CQ_OK)
		cq__waiter_wake(gathering->loop, &gathering->waiter);
}

cq_status cq__gathering_begin(cq__gathering *gathering, cq__loop *loop, cq_task *self, size_t count, cq_task *const *tasks,
	bool cancels, cq__error *error)
{
	*gathering = (cq__gathering){ .count = count, .tasks = tasks, .cancels = cancels, .loop = loop };
	gathering->joiners = cq__alloc_array(count, sizeof *gathering->joiners);
	if (gathering->joiners == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	for (size_t i = 0; i < count; i++) {
		cq_task *const task = tasks[i];
		if (task == NULL)
			continue;
		task->references++;
		task->heeded = true;
		if (task->state == CQ__TASK_ENDED) {
			if (gathering->first == CQ_OK)
				gathering->first = task->status;
			continue;
		}
		gathering->left++;
		gathering->joiners[i] = (cq__joiner){ .ended = one_ended, .user = gathering, .waits = self };
		cq__task_on_end(task, &gathering->joiners[i]);
	}
	return CQ_OK;
}

void cq__gathering_cancel(cq__gathering *gathering)
{
	gathering->cancelled = true;
	for (size_t i = 0; i < gathering->count; i++)
		if (gathering->tasks[i] != NULL)
			cq__task_cancel(gathering->tasks[i]);
}

bool cq__gathering_is_done(cq__gathering *gathering)
{
	if (gathering->cancels && !gathering->cancelled && gathering->first != CQ_OK)
		cq__gathering_cancel(gathering);
	return gathering->left == 0;
}

cq_status cq__gathering_wait(cq__gathering *gathering, cq__error *error)
{
	gathering->waiter = (cq__waiter){ 0 };
	return cq__waiter_wait(gathering->loop, &gathering->waiter, 0, gathering->cancelled, error);
}

cq_status cq__gathering_end(cq__gathering *gathering)
{
	cq_status status = gathering->cancels ? gathering->first : CQ_OK;
	for (size_t i = 0; i < gathering->count; i++) {
		cq_task *const task = gathering->tasks[i];
		if (task == NULL)
			continue;
		cq__list_remove(&gathering->joiners[i].link);
		if (status == CQ_OK && task->state == CQ__TASK_ENDED)
			status = task->status;
		cq__task_release(task);
	}
	cq__free(gathering->joiners);
	return status;
}
