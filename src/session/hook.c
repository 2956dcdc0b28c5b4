/* session/hook.c: calls the program's hooks for an event, in their order, and sees to it that none of them waits.
 * It knows nothing of when an event happens.
 * Called by the flush, the loading and the transaction calls of a session.
 */
#include "session/hook.h"

#include "base/log.h"
#include "exec/await.h"
#include "meta/model.h"

/* EVENT(name, words): how messages call an event. */
#define EVENT_LIST(EVENT) \
	EVENT(BEFORE_INSERT) EVENT(AFTER_INSERT) EVENT(BEFORE_UPDATE) EVENT(AFTER_UPDATE) EVENT(BEFORE_DELETE) EVENT(AFTER_DELETE) \
	EVENT(AFTER_LOAD) EVENT(BEFORE_COMMIT) EVENT(AFTER_COMMIT) EVENT(AFTER_ROLLBACK)
#define EVENT_NAME(name) [CQ_##name] = "CQ_" #name,
static const char *const event_names[] = { EVENT_LIST(EVENT_NAME) };
_Static_assert(sizeof event_names / sizeof *event_names == CQ_EVENT_COUNT, "each event has a name");

static bool is_before(cq_event event)
{
	return event == CQ_BEFORE_INSERT || event == CQ_BEFORE_UPDATE || event == CQ_BEFORE_DELETE || event == CQ_BEFORE_COMMIT;
}

/* Aliases and other units' copies of a table are the table. */
static bool is_for(const cq_hook *hook, cq_event event, const cq__model *model)
{
	if (hook->event != event)
		return false;
	return hook->table == NULL || (model != NULL && cq__same_table(cq__table_base(hook->table), model->table));
}

bool cq__hooks_wanted(const cq_session *session, cq_event event)
{
	for (size_t i = 0; i < session->options.hook_count; i++) {
		if (session->options.hooks[i].event == event)
			return true;
	}
	return false;
}

static cq_status call(cq_session *session, const cq_hook *hook, const cq__model *model, void *object)
{
	struct cq__sitter sitter = { .text = event_names[hook->event] };
	cq__sit_down(session->db, &sitter);
	const cq_status status = hook->function(session, hook->event, model == NULL ? NULL : model->table, object, hook->argument);
	cq__get_up(session->db, &sitter);
	return status;
}

cq_status cq__hooks_run(cq_session *session, cq_event event, const cq__model *model, void *object)
{
	for (size_t i = 0; i < session->options.hook_count; i++) {
		const cq_hook *const hook = &session->options.hooks[i];
		if (!is_for(hook, event, model))
			continue;
		const cq_status status = call(session, hook, model, object);
		if (status == CQ_OK)
			continue;
		const char *const table = model == NULL ? "" : model->table->name;
		if (is_before(event))
			return cq__error_set(&session->working, status, "a hook for %s%s%s refuses: %s", event_names[event],
				model == NULL ? "" : " of ", table, cq_status_text(status));
		cq__log_message(&session->engine->log, CQ_LOG_WARNING, "a hook for %s%s%s gave %s, which changes nothing any more",
			event_names[event], model == NULL ? "" : " of ", table, cq_status_name(status));
	}
	return CQ_OK;
}
