/* session/enter.c: who may enter a session, and how a call ends.
 * It knows nothing of objects, nor of transactions. See session/enter.h.
 */
#include "session/enter.h"

#include "base/log.h"
#include "session/entry.h"
#include "task/scheduler.h"

#include <stdio.h>

bool cq__session_enter_anywhere(const cq_session *session)
{
	return session != NULL && pthread_equal(session->owner, pthread_self()) && session->process == cq__process_now();
}

cq_session *cq_session_at(cq_session *session, const char *file, int line)
{
	if (cq__session_enter_anywhere(session)) {
		session->next_file = file;
		session->next_line = line;
	}
	return session;
}

/* ---- refusing ------------------------------------------------------------------------------------------------------- */

/* A call under way keeps its own record. */
static cq_status refuse(cq_session *session, const char *file, int line, cq__error *why)
{
	cq__error_set_site(why, file, line);
	const cq_status status = cq__error_move(&session->error, why);
	if (session->engine != NULL)
		cq__log_message(&session->engine->log, CQ_LOG_ERROR, "%s: %s", cq_status_name(status),
			cq__error_get(&session->error)->message);
	return status;
}

enum { PLACE = 256 };

static const char *place(const char *call, const char *file, int line, char out[PLACE])
{
	if (file != NULL)
		(void)snprintf(out, PLACE, "%s at %s:%d", call, file, line);
	else
		(void)snprintf(out, PLACE, "%s", call);
	return out;
}

static cq_status refuse_second(cq_session *session, const char *call, const char *file, int line)
{
	char here[PLACE], there[PLACE];
	cq__error why = { 0 };
	cq__error_set(&why, CQ_MISUSE, "%s: the session is in %s; each task needs a session of its own", place(call, file, line, here),
		place(session->busy_call, session->busy_file, session->busy_line, there));
	return refuse(session, file, line, &why);
}

static cq_status refuse_for(cq_session *session, const char *call, const char *file, int line, const char *why)
{
	cq__error told = { 0 };
	cq__error_set(&told, CQ_MISUSE, "%s: %s", call, why);
	return refuse(session, file, line, &told);
}

/* ---- entering ------------------------------------------------------------------------------------------------------- */

static cq_status enter(cq_session *session, const char *call, const char *file, int line, bool waits)
{
	if (!cq__session_enter_anywhere(session))
		return CQ_MISUSE;
	session->next_file = NULL;
	session->next_line = 0;
	if (session->engine == NULL)
		return refuse_for(session, call, file, line, "the engine of the session was closed");
	const bool calls_back = cq__engine_calls_back(session->engine);
	const void *const task = cq__task_running(session->engine->loop);
	if (session->busy_call != NULL) {
		if (task != session->busy_task || calls_back)
			return refuse_second(session, call, file, line);
		if (waits)
			return refuse_for(session, call, file, line, "it may wait, and a hook must not wait");
		session->nested++;
		return CQ_OK;
	}
	if (waits && calls_back)
		return refuse_for(session, call, file, line, "it may wait, and a callback must not wait");
	session->busy_call = call;
	session->busy_file = file;
	session->busy_line = line;
	session->busy_task = task;
	return CQ_OK;
}

cq_status cq__session_enter(cq_session *session, const char *call)
{
	return session == NULL ? CQ_MISUSE : enter(session, call, session->next_file, session->next_line, true);
}

cq_status cq__session_enter_still(cq_session *session, const char *call)
{
	return session == NULL ? CQ_MISUSE : enter(session, call, session->next_file, session->next_line, false);
}

cq_status cq__session_enter_at(cq_session *session, const char *call, cq_statement *statement)
{
	const cq_site *const site = statement != NULL ? statement->site : NULL;
	cq_status status = CQ_MISUSE;
	if (session != NULL)
		status = enter(session, call, site != NULL ? site->file : session->next_file, site != NULL ? site->line : session->next_line, true);
	if (status == CQ_OK && statement == NULL)
		return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE, "%s: the statement is NULL", call));
	if (status != CQ_OK && statement != NULL)
		cq_statement_release(statement);
	return status;
}

/* ---- leaving -------------------------------------------------------------------------------------------------------- */

static void record(cq_session *session, cq_status status)
{
	if (!cq__error_is_set(&session->working))
		cq__error_set(&session->working, status, NULL);
	cq__error_set_site(&session->working, session->busy_file, session->busy_line);
	cq__error_move(&session->error, &session->working);
	if (!session->told && status != CQ_NO_ROW && status != CQ_TOO_MANY_ROWS && session->engine != NULL)
		cq__log_message(&session->engine->log, CQ_LOG_ERROR, "%s: %s", cq_status_name(status),
			cq__error_get(&session->error)->message);
	session->told = false;
}

cq_status cq__session_leave(cq_session *session, cq_status status)
{
	if (__builtin_expect(status != CQ_OK, 0))
		record(session, status);
	if (session->nested != 0) {
		session->nested--;
		return status;
	}
	session->busy_call = NULL;
	if (session->journal == NULL)
		cq__entries_recycle(session);
	return status;
}

cq_status cq__session_fail(cq_session *session, cq_status status, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	cq__error_set_list(&session->working, status, format, arguments);
	va_end(arguments);
	return status;
}

cq_status cq__session_db_failed(cq_session *session, cq_status status)
{
	if (!cq__error_is_set(&session->working)) {
		cq__error_copy(&session->working, &session->db->error);
		session->told = true;
	}
	cq__error_set(&session->working, status, NULL);
	return status;
}
