/* base/log.c: handing log records over.
 *
 * It knows nothing of engines. See base/log.h and cquel/log.h.
 */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>

#define LEVEL_NAME(name) [CQ_LOG_##name] = "CQ_LOG_" #name,
static const char *const level_names[CQ_LOG_LEVEL_COUNT] = { CQ_LOG_LEVEL_LIST(LEVEL_NAME) };
#undef LEVEL_NAME

const char *cq_log_level_name(cq_log_level level)
{
	return (unsigned)level < CQ_LOG_LEVEL_COUNT ? level_names[level] : "CQ_LOG_?";
}

static const char *text_or_empty(const char *text)
{
	return text != NULL ? text : "";
}

void cq__log_write(const cq__log *log, const cq_log_record *record)
{
	if (!cq__log_wants(log, record->level))
		return;
	cq_log_record whole = *record;
	whole.message = text_or_empty(record->message);
	whole.sql = text_or_empty(record->sql);
	whole.parameters = text_or_empty(record->parameters);
	whole.file = text_or_empty(record->file);
	log->function(log->user, &whole);
}

void cq__log_message(const cq__log *log, cq_log_level level, const char *format, ...)
{
	if (!cq__log_wants(log, level))
		return;
	char text[500];
	va_list arguments;
	va_start(arguments, format);
	const int length = vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	cq__log_write(log, &(cq_log_record){ .level = level, .message = length >= 0 ? text : format, .rows = -1 });
}

void cq__log_failure(const cq__log *log, cq_status status, const cq_error *error)
{
	if (!cq__log_wants(log, CQ_LOG_ERROR))
		return;
	char text[500];
	const int length = snprintf(text, sizeof text, "%s: %s", cq_status_name(status), error->message);
	cq__log_write(log, &(cq_log_record){ .level = CQ_LOG_ERROR, .message = length >= 0 ? text : error->message, .file = error->file,
		.line = error->line, .rows = -1 });
}
