/* base/buffer.c: the growing buffer.
 *
 * It knows nothing of SQL. See base/buffer.h.
 */
#include "base/buffer.h"

#include "base/alloc.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

cq_status cq__buffer_reserve(cq__buffer *buffer, size_t more)
{
	if (buffer->status != CQ_OK || more <= buffer->capacity - buffer->length)
		return buffer->status;
	if (more > SIZE_MAX / 4 || buffer->length > SIZE_MAX / 4)
		return buffer->status = CQ_NO_MEMORY;
	size_t capacity = buffer->capacity + buffer->capacity / 2;
	if (capacity < buffer->length + more)
		capacity = buffer->length + more;
	if (capacity < 63)
		capacity = 63;
	char *const data = cq__realloc(buffer->data, capacity + 1);
	if (data == NULL)
		return buffer->status = CQ_NO_MEMORY;
	buffer->data = data;
	buffer->capacity = capacity;
	return CQ_OK;
}

void cq__buffer_append(cq__buffer *buffer, const void *bytes, size_t size)
{
	if (size == 0 || cq__buffer_reserve(buffer, size) != CQ_OK)
		return;
	memcpy(buffer->data + buffer->length, bytes, size);
	buffer->length += size;
}

void cq__buffer_append_text(cq__buffer *buffer, const char *text)
{
	cq__buffer_append(buffer, text, strlen(text));
}

void cq__buffer_append_unsigned(cq__buffer *buffer, uint64_t number)
{
	char text[CQ__NUMBER_TEXT];
	cq__buffer_append(buffer, text, cq__unsigned_format(number, text));
}

void cq__buffer_append_int64(cq__buffer *buffer, int64_t number)
{
	char text[CQ__NUMBER_TEXT];
	cq__buffer_append(buffer, text, cq__int64_format(number, text));
}

void cq__buffer_append_double(cq__buffer *buffer, double number)
{
	char text[CQ__NUMBER_TEXT];
	cq__buffer_append(buffer, text, cq__double_format(number, text));
}

void cq__buffer_append_format_list(cq__buffer *buffer, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	char text[256];
	const int length = vsnprintf(text, sizeof text, format, arguments);
	if (length < 0) {
		buffer->status = CQ_NO_MEMORY;
	} else if ((size_t)length < sizeof text) {
		cq__buffer_append(buffer, text, (size_t)length);
	} else if (cq__buffer_reserve(buffer, (size_t)length) == CQ_OK) {
		(void)vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
		buffer->length += (size_t)length;
	}
	va_end(again);
}

void cq__buffer_append_format(cq__buffer *buffer, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	cq__buffer_append_format_list(buffer, format, arguments);
	va_end(arguments);
}

const char *cq__buffer_text(cq__buffer *buffer)
{
	if (buffer->data == NULL)
		return "";
	buffer->data[buffer->length] = '\0';
	return buffer->data;
}

char *cq__buffer_take(cq__buffer *buffer)
{
	char *text = NULL;
	if (buffer->status == CQ_OK) {
		text = buffer->data != NULL ? buffer->data : cq__alloc(1);
		if (text != NULL)
			text[buffer->length] = '\0';
		buffer->data = NULL;
	}
	cq__buffer_release(buffer);
	return text;
}

void cq__buffer_truncate(cq__buffer *buffer, size_t length)
{
	if (length < buffer->length)
		buffer->length = length;
}

void cq__buffer_clear(cq__buffer *buffer)
{
	buffer->length = 0;
	buffer->status = CQ_OK;
}

void cq__buffer_release(cq__buffer *buffer)
{
	cq__free(buffer->data);
	*buffer = (cq__buffer){ .data = NULL };
}
