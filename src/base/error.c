/* base/error.c: the record of a failure.
 *
 * It knows nothing of what failed. See base/error.h.
 */
#include "base/error.h"

#include "base/alloc.h"
#include "base/buffer.h"

#include <string.h>

#define EMPTY_TEXT(name) .name = "",
static const cq_error no_failure = {
	.code = CQ_OK,
	.kind = CQ_CLASS_NONE,
	CQ__ERROR_TEXT_LIST(EMPTY_TEXT)
};
#undef EMPTY_TEXT

void cq__error_release(cq__error *error)
{
	for (int i = 0; i < CQ__ERROR_TEXTS; i++)
		cq__free(error->owned[i]);
	*error = (cq__error){ .shown = { .code = CQ_OK } };
}

/* Keeps a text that was allocated; nothing for NULL. */
static void own(cq__error *error, int which, const char **shown, char *text)
{
	if (text == NULL)
		return;
	cq__free(error->owned[which]);
	error->owned[which] = text;
	*shown = text;
}

cq_status cq__error_set_list(cq__error *error, cq_status status, const char *format, va_list arguments)
{
	if (error == NULL || cq__error_is_set(error) || status == CQ_OK)
		return status;
	error->shown = no_failure;
	error->shown.code = status;
	error->shown.kind = cq_status_class(status);
	error->shown.message = cq_status_text(status);
	if (format != NULL) {
		cq__buffer message = { .data = NULL };
		cq__buffer_append_format_list(&message, format, arguments);
		own(error, CQ__ERROR_TEXT_message, &error->shown.message, cq__buffer_take(&message));
	}
	return status;
}

cq_status cq__error_set(cq__error *error, cq_status status, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	cq__error_set_list(error, status, format, arguments);
	va_end(arguments);
	return status;
}

void cq__error_append(cq__error *error, const char *format, ...)
{
	if (!cq__error_is_set(error))
		return;
	va_list arguments;
	cq__buffer message = { .data = NULL };
	cq__buffer_append_text(&message, error->shown.message);
	va_start(arguments, format);
	cq__buffer_append_format_list(&message, format, arguments);
	va_end(arguments);
	own(error, CQ__ERROR_TEXT_message, &error->shown.message, cq__buffer_take(&message));
}

static void set_detail(cq__error *error, int which, const char **shown, const char *text)
{
	if (error == NULL || !cq__error_is_set(error) || text == NULL || (*shown)[0] != '\0')
		return;
	own(error, which, shown, cq__alloc_text(text, strlen(text)));
}

#define SETTER(name)                                                                       \
	void cq__error_set_##name(cq__error *error, const char *name)                      \
	{                                                                                  \
		if (error != NULL)                                                         \
			set_detail(error, CQ__ERROR_TEXT_##name, &error->shown.name, name); \
	}
SETTER(sqlstate)
SETTER(constraint)
SETTER(table)
SETTER(column)
SETTER(rule)
SETTER(sql)
#undef SETTER

void cq__error_set_site(cq__error *error, const char *file, int line)
{
	if (error == NULL || !cq__error_is_set(error) || error->shown.line != 0)
		return;
	set_detail(error, CQ__ERROR_TEXT_file, &error->shown.file, file);
	error->shown.line = line;
}

void cq__error_set_native(cq__error *error, int native)
{
	if (error != NULL && cq__error_is_set(error) && error->shown.native == 0)
		error->shown.native = native;
}

cq_status cq__error_copy(cq__error *to, const cq__error *from)
{
	if (to == from)
		return to->shown.code;
	cq__error_clear(to);
	if (!cq__error_is_set(from))
		return CQ_OK;
	to->shown = no_failure;
	to->shown.code = from->shown.code;
	to->shown.kind = from->shown.kind;
	to->shown.line = from->shown.line;
	to->shown.native = from->shown.native;
	to->shown.message = cq_status_text(from->shown.code);
#define COPY(name)                                                                                                 \
	if (from->owned[CQ__ERROR_TEXT_##name] != NULL)                                                            \
		own(to, CQ__ERROR_TEXT_##name, &to->shown.name, cq__alloc_text(from->shown.name, strlen(from->shown.name)));
	CQ__ERROR_TEXT_LIST(COPY)
#undef COPY
	return to->shown.code;
}

cq_status cq__error_move(cq__error *to, cq__error *from)
{
	if (to == from)
		return to->shown.code;
	cq__error_clear(to);
	*to = *from;
	*from = (cq__error){ .shown = { .code = CQ_OK } };
	return to->shown.code;
}

const cq_error *cq__error_get(const cq__error *error)
{
	return error != NULL && cq__error_is_set(error) ? &error->shown : &no_failure;
}
