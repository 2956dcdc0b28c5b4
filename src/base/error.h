/* base/error.h: the record of a failure with the texts it owns.
 *
 * It knows nothing of what failed. Engines, connections, sessions and operations hold one each; cq_last_error shows it.
 *
 * The first cause stays: until the record is cleared, setting it again changes nothing, and each detail is taken from
 * the first who gives it. No function here fails: without memory the message is the status's own sentence.
 */
#ifndef CQ__BASE_ERROR_H
#define CQ__BASE_ERROR_H

#include <cquel/status.h>

#include <stdarg.h>
#include <stdbool.h>

/* TEXT(name): the texts of cq_error that a record owns */
#define CQ__ERROR_TEXT_LIST(TEXT) \
	TEXT(message) TEXT(sqlstate) TEXT(constraint) TEXT(table) TEXT(column) TEXT(rule) TEXT(sql) TEXT(file)

#define CQ__ERROR_TEXT_ENUM(name) CQ__ERROR_TEXT_##name,
enum { CQ__ERROR_TEXT_LIST(CQ__ERROR_TEXT_ENUM) CQ__ERROR_TEXTS };
#undef CQ__ERROR_TEXT_ENUM

/* All zero is a record of no failure. */
typedef struct cq__error {
	cq_error shown; /* code CQ_OK: nothing failed and all else is unset */
	char *owned[CQ__ERROR_TEXTS];
} cq__error;

void cq__error_release(cq__error *error);

/* No failure any more. */
static inline void cq__error_clear(cq__error *error)
{
	if (__builtin_expect(error->shown.code != CQ_OK, 0))
		cq__error_release(error);
}

static inline bool cq__error_is_set(const cq__error *error)
{
	return error->shown.code != CQ_OK;
}

/* Records a failure with a message of its own (format NULL: the status's sentence) and returns `status`, which is not
 * CQ_OK. error may be NULL: then only the status is returned. */
__attribute__((format(printf, 3, 4))) cq_status cq__error_set(cq__error *error, cq_status status, const char *format,
	...);
__attribute__((format(printf, 3, 0))) cq_status cq__error_set_list(cq__error *error, cq_status status,
	const char *format, va_list arguments);

/* More about the recorded failure, behind its message. Nothing happens when there is none, or no memory. */
__attribute__((format(printf, 2, 3))) void cq__error_append(cq__error *error, const char *format, ...);

/* Details of the recorded failure; nothing happens when there is none, the text is NULL or the detail is there already. */
void cq__error_set_sqlstate(cq__error *error, const char *sqlstate);
void cq__error_set_constraint(cq__error *error, const char *constraint);
void cq__error_set_table(cq__error *error, const char *table);
void cq__error_set_column(cq__error *error, const char *column);
void cq__error_set_rule(cq__error *error, const char *rule);
void cq__error_set_sql(cq__error *error, const char *sql);
void cq__error_set_site(cq__error *error, const char *file, int line);
void cq__error_set_native(cq__error *error, int native);

/* A copy in place of what `to` held. Returns the code. */
cq_status cq__error_copy(cq__error *to, const cq__error *from);

/* The record itself in place of what `to` held; `from` is clear then. Returns the code. */
cq_status cq__error_move(cq__error *to, cq__error *from);

/* The record as a program sees it: never NULL, no text NULL, valid until the record changes. */
const cq_error *cq__error_get(const cq__error *error);

#endif
