/* base/buffer.h: a text or a run of bytes that grows as it is written.
 *
 * It knows nothing of SQL. Renderers, messages and logs append to one and look at its status once, at the end: the first
 * failure is kept and later appends do nothing.
 */
#ifndef CQ__BASE_BUFFER_H
#define CQ__BASE_BUFFER_H

#include <cquel/status.h>

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* All zero is an empty buffer. data has room for a NUL behind length whenever it is not NULL. */
typedef struct cq__buffer {
	char *data;
	size_t length;
	size_t capacity;  /* without the room for the NUL */
	cq_status status; /* CQ_OK or CQ_NO_MEMORY */
} cq__buffer;

/* Makes room for `more` bytes behind length; the buffer's status. */
cq_status cq__buffer_reserve(cq__buffer *buffer, size_t more);

void cq__buffer_append(cq__buffer *buffer, const void *bytes, size_t size);
void cq__buffer_append_text(cq__buffer *buffer, const char *text);
void cq__buffer_append_unsigned(cq__buffer *buffer, uint64_t number);
void cq__buffer_append_int64(cq__buffer *buffer, int64_t number);
/* The shortest text that reads back as the same double; see cq__double_format. */
void cq__buffer_append_double(cq__buffer *buffer, double number);
__attribute__((format(printf, 2, 3))) void cq__buffer_append_format(cq__buffer *buffer, const char *format, ...);
__attribute__((format(printf, 2, 0))) void cq__buffer_append_format_list(cq__buffer *buffer, const char *format,
	va_list arguments);

static inline void cq__buffer_append_char(cq__buffer *buffer, char character)
{
	if (__builtin_expect(buffer->length < buffer->capacity, 1) && buffer->status == CQ_OK)
		buffer->data[buffer->length++] = character;
	else
		cq__buffer_append(buffer, &character, 1);
}

/* The text so far, NUL-terminated, "" when empty; valid until the next append. */
const char *cq__buffer_text(cq__buffer *buffer);

/* Hands the text over, NUL-terminated, for cq__free; the buffer is empty then. NULL when the buffer failed or the last
 * byte cannot be had. */
__attribute__((warn_unused_result)) char *cq__buffer_take(cq__buffer *buffer);

/* Cuts back to an earlier length; a failure stays. */
void cq__buffer_truncate(cq__buffer *buffer, size_t length);

/* Empty and without failure, its memory kept. */
void cq__buffer_clear(cq__buffer *buffer);

/* Empty, its memory freed. */
void cq__buffer_release(cq__buffer *buffer);

#endif
