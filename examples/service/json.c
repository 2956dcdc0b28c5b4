/* json.c: reads what a request's body and query say, with a sentence for what is wrong, and writes what answers share. */
#include "json.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

Form form_of(const Request *request)
{
	Form form = { .object = request->body };
	if (form.object == NULL)
		(void)snprintf(form.problem, sizeof form.problem, "there is no body");
	return form;
}

__attribute__((format(printf, 2, 3))) static bool wrong(Form *form, const char *format, ...)
{
	if (form->problem[0] == '\0') {
		va_list arguments;
		va_start(arguments, format);
		(void)vsnprintf(form->problem, sizeof form->problem, format, arguments);
		va_end(arguments);
	}
	return false;
}

/* The member, or NULL: absent, or nothing is looked at any more. */
static const json_t *member(Form *form, const char *name)
{
	size_t known = 0;
	while (known < form->asked_count && strcmp(form->asked[known], name) != 0)
		known++;
	if (known == form->asked_count && known < MOST_MEMBERS)
		form->asked[form->asked_count++] = name;
	return form->problem[0] != '\0' ? NULL : json_object_get(form->object, name);
}

static size_t characters(const char *text)
{
	size_t count = 0;
	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

static bool read_text(Form *form, const char *name, const json_t *value, size_t least, size_t most, const char **out)
{
	if (!json_is_string(value))
		return wrong(form, "%s must be a text", name);
	const size_t count = characters(json_string_value(value));
	if (count < least)
		return wrong(form, "%s must not be empty", name);
	if (count > most)
		return wrong(form, "%s has %zu characters, and at most %zu are taken", name, count, most);
	*out = json_string_value(value);
	return true;
}

bool form_text(Form *form, const char *name, size_t least, size_t most, const char **out)
{
	const json_t *const value = member(form, name);
	return value != NULL && read_text(form, name, value, least, most, out);
}

bool form_nullable_text(Form *form, const char *name, size_t most, const char **out)
{
	const json_t *const value = member(form, name);
	if (!json_is_null(value))
		return value != NULL && read_text(form, name, value, 0, most, out);
	*out = NULL;
	return true;
}

bool form_number(Form *form, const char *name, int64_t least, int64_t most, int64_t *out)
{
	const json_t *const value = member(form, name);
	if (value == NULL)
		return false;
	if (!json_is_integer(value))
		return wrong(form, "%s must be a whole number", name);
	const int64_t number = json_integer_value(value);
	if (number < least || number > most)
		return wrong(form, "%s must be from %" PRId64 " to %" PRId64, name, least, most);
	*out = number;
	return true;
}

bool form_array(Form *form, const char *name, size_t most, const json_t **out)
{
	const json_t *const value = member(form, name);
	if (value == NULL)
		return false;
	if (!json_is_array(value))
		return wrong(form, "%s must be an array", name);
	if (json_array_size(value) > most)
		return wrong(form, "%s has %zu elements, and at most %zu are taken", name, json_array_size(value), most);
	*out = value;
	return true;
}

bool form_element(Form *form, const char *name, const json_t *array, size_t index, size_t most, const char **out)
{
	return form->problem[0] == '\0' && read_text(form, name, json_array_get(array, index), 1, most, out);
}

void form_need(Form *form, const char *name)
{
	if (member(form, name) == NULL)
		(void)wrong(form, "%s is missing", name);
}

static bool was_asked(const Form *form, const char *name)
{
	for (size_t i = 0; i < form->asked_count; i++) {
		if (strcmp(form->asked[i], name) == 0)
			return true;
	}
	return false;
}

bool form_is_right(Form *form, Request *request)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)form->object, name, value) {
		if (!was_asked(form, name))
			(void)wrong(form, "there is no member %.60s", name);
	}
	if (form->problem[0] == '\0')
		return true;
	(void)refuse(request, 400, "%s", form->problem);
	return false;
}

/* ---- pages ------------------------------------------------------------------------------------------------------------ */

static bool query_number(Request *request, const char *name, int64_t least, int64_t most, int64_t *out)
{
	const char *const text = evhttp_find_header(&request->query, name);
	if (text == NULL)
		return true;
	char *end;
	errno = 0;
	const int64_t number = strtoll(text, &end, 10);
	if (errno == 0 && end != text && *end == '\0' && number >= least && number <= most) {
		*out = number;
		return true;
	}
	(void)refuse(request, 400, "%s must be a number from %" PRId64 " to %" PRId64, name, least, most);
	return false;
}

bool page_of(Request *request, Page *out)
{
	*out = (Page){ .limit = USUAL_LIMIT };
	return query_number(request, "offset", 0, INT32_MAX, &out->offset) && query_number(request, "limit", 1, MOST_LIMIT, &out->limit);
}

cq_status reply_page(Request *request, json_t *items, const Page *page, int64_t total)
{
	return reply(request, 200, json_pack("{s:o, s:I, s:I, s:I}", "items", items, "offset", (json_int_t)page->offset,
		"limit", (json_int_t)page->limit, "total", (json_int_t)total));
}

/* ---- values ----------------------------------------------------------------------------------------------------------- */

json_t *json_moment(cq_timestamp moment)
{
	char text[CQ_TIMESTAMP_TEXT + 1];
	(void)cq_timestamp_format(moment, text);
	char *const blank = strchr(text, ' ');
	if (blank == NULL)
		return json_string(text);
	*blank = 'T';
	return json_pack("s+", text, "Z");
}
